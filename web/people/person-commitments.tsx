import { Link } from 'wouter';
import { useApiQueries } from '../api/queries.ts';
import type { Commitment, Stakeholder } from '../api/types.ts';
import { Badge } from '../components/badge.tsx';
import { useCatalogue } from '../components/catalogue.ts';
import { Due } from '../components/due.tsx';
import { Loading } from '../components/query-boundary.tsx';
import { addressOf } from '../locality/addresses.ts';
import { useTranslation } from '../words/use-translation.ts';
import { useLocalityNames } from './locality-names.ts';

const isOpen = ({ status }: Commitment) => status === 'pending' || status === 'in-progress';

/** What somebody is responsible for, in each of the localities they belong to. */
export function PersonCommitments({ person: { id, localities } }: { person: Stakeholder }) {
  const { messages } = useTranslation();
  const placeOf = useLocalityNames(localities);
  const answers = useApiQueries(
    'GET /api/localities/{id}/commitments',
    localities.map((locality) => ({ params: { id: locality }, query: { responsible: id } })),
  );
  const isWhole = answers.every((answer) => answer !== undefined);
  const found = localities.flatMap((locality, at) => {
    const items = answers[at]?.items ?? [];
    return items.length > 0 ? [{ locality, items }] : [];
  });
  return (
    <section className="card stack">
      <h2>{messages.people.commitments}</h2>
      {!isWhole && found.length === 0 && <Loading />}
      {isWhole && found.length === 0 && <p className="soft">{messages.people.commitmentsNone}</p>}
      {found.map(({ locality, items }) => (
        <div key={locality} className="stack-close">
          <h3 className="promises-of">
            <Link href={addressOf(locality, 'matrix')}>{placeOf(locality)}</Link>
          </h3>
          <ul className="promises">
            {items.map((commitment) => (
              <Promised key={commitment.id} commitment={commitment} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Promised({ commitment }: { commitment: Commitment }) {
  const { nameOf } = useCatalogue();
  const { action, dueOn, status } = commitment;
  return (
    <li className="row">
      <span>{action}</span>
      <Badge tone={status === 'fulfilled' ? 'good' : 'quiet'}>{nameOf('commitmentStatuses', status)}</Badge>
      {dueOn && isOpen(commitment) && <Due on={dueOn} />}
    </li>
  );
}
