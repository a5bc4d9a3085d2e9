import type { ReactNode } from 'react';
import type { Locality } from '../api/types.ts';
import { useTranslation } from '../words/use-translation.ts';
import { Icon, type IconName } from './icon.tsx';
import './badge.css';

type Tone = 'good' | 'soon' | 'late' | 'quiet';

/** A state in a word; its colour only repeats what the word says. */
export const Badge = ({ tone, icon, children }: { tone: Tone; icon?: IconName; children: ReactNode }) => (
  <span className={`badge ${tone}`}>
    {icon && <Icon name={icon} />}
    {children}
  </span>
);

const health: Record<Locality['health'], [Tone, IconName]> = {
  'on-track': ['good', 'done'],
  'due-soon': ['soon', 'late'],
  overdue: ['late', 'missing'],
};

/** How a locality is getting on: late or not while it is active, otherwise why it is not. */
export function LocalityBadge({ locality }: { locality: Pick<Locality, 'status' | 'health'> }) {
  const { messages } = useTranslation();
  if (locality.status === 'on-hold')
    return (
      <Badge tone="soon" icon="paused">
        {messages.status['on-hold']}
      </Badge>
    );
  if (locality.status !== 'active') return <Badge tone="quiet">{messages.status[locality.status]}</Badge>;
  const [tone, icon] = health[locality.health];
  return (
    <Badge tone={tone} icon={icon}>
      {messages.health[locality.health]}
    </Badge>
  );
}
