import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import './notice.css';

const icons: Record<Tone, IconName> = { problem: 'missing', warning: 'late', good: 'done' };
type Tone = 'problem' | 'warning' | 'good';

/** Something a person should know, where it concerns them. A problem is read out at once. */
export const Notice = ({ tone, children }: { tone: Tone; children: ReactNode }) => (
  <div className={`notice ${tone}`} role={tone === 'problem' ? 'alert' : undefined}>
    <Icon name={icons[tone]} />
    <div className="stack-close">{children}</div>
  </div>
);
