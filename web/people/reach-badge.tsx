import type { Stakeholder } from '../api/types.ts';
import { Badge } from '../parts/badge.tsx';
import { useWords } from '../words/use-words.ts';
import { reachOf } from './reach.ts';

/** How somebody is told, and why not by mail. */
export function ReachBadge({ person }: { person: Stakeholder }) {
  const { words } = useWords();
  const reach = reachOf(person);
  if (reach === 'mail')
    return (
      <Badge tone="quiet" icon="mail">
        {words.people.reach.mail}
      </Badge>
    );
  if (reach === 'erased') return <Badge tone="quiet">{words.people.reach.erased}</Badge>;
  return (
    <Badge tone={reach === 'bounce' || reach === 'complaint' ? 'late' : 'soon'} icon="person">
      {words.people.reach[reach]}
    </Badge>
  );
}
