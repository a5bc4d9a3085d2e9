import type { ReactNode } from 'react';
import type { Locality } from '../api/types.ts';
import { useWords } from '../words/use-words.ts';
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
  const { words } = useWords();
  if (locality.status === 'on-hold')
    return (
      <Badge tone="soon" icon="paused">
        {words.status['on-hold']}
      </Badge>
    );
  if (locality.status !== 'active') return <Badge tone="quiet">{words.status[locality.status]}</Badge>;
  const [tone, icon] = health[locality.health];
  return (
    <Badge tone={tone} icon={icon}>
      {words.health[locality.health]}
    </Badge>
  );
}
