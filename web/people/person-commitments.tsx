import { Link } from 'wouter';
import { useAnswers } from '../api/queries.ts';
import type { Commitment, Stakeholder } from '../api/types.ts';
import { addressOf } from '../locality/tabs.ts';
import { Badge } from '../parts/badge.tsx';
import { useCatalogue } from '../parts/catalogue.ts';
import { Due } from '../parts/due.tsx';
import { Loading } from '../parts/loaded.tsx';
import { useWords } from '../words/use-words.ts';
import { useLocalityNames } from './locality-names.ts';

const isOpen = ({ status }: Commitment) => status === 'pending' || status === 'in-progress';

/** What somebody is responsible for, in each of the localities they belong to. */
export function PersonCommitments({ person: { id, localities } }: { person: Stakeholder }) {
  const { words } = useWords();
  const placeOf = useLocalityNames(localities);
  const answers = useAnswers(
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
      <h2>{words.people.commitments}</h2>
      {!isWhole && found.length === 0 && <Loading />}
      {isWhole && found.length === 0 && <p className="soft">{words.people.commitmentsNone}</p>}
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
