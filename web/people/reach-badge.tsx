import type { Stakeholder } from '../api/types.ts';
import { Badge } from '../components/badge.tsx';
import { useTranslation } from '../words/use-translation.ts';
import { reachOf } from './reach.ts';

/** How somebody is told, and why not by mail. */
export function ReachBadge({ person }: { person: Stakeholder }) {
  const { messages } = useTranslation();
  const reach = reachOf(person);
  if (reach === 'mail')
    return (
      <Badge tone="quiet" icon="mail">
        {messages.people.reach.mail}
      </Badge>
    );
  if (reach === 'erased') return <Badge tone="quiet">{messages.people.reach.erased}</Badge>;
  return (
    <Badge tone={reach === 'bounce' || reach === 'complaint' ? 'late' : 'soon'} icon="person">
      {messages.people.reach[reach]}
    </Badge>
  );
}
