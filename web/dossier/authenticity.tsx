import { useApiQuery } from '../api/queries.ts';
import { QueryBoundary } from '../components/query-boundary.tsx';
import { useDossierWords } from './words.ts';

/** By what a printed record can be checked: how long the history was, and the hash of its last entry. */
export function Authenticity({ locality }: { locality: string }) {
  const said = useDossierWords();
  const query = useApiQuery('GET /api/localities/{id}/history', {
    params: { id: locality },
    query: { newestFirst: 'true', limit: 1 },
  });
  return (
    <section className="stack-close">
      <h2>{said.authenticity}</h2>
      <QueryBoundary query={query}>
        {({ items: [last] }) =>
          last && (
            <>
              <p>{said.authenticityText(said.entries(last.seq))}</p>
              <p>
                <code>{last.hash}</code>
              </p>
              <p>{said.check}</p>
            </>
          )
        }
      </QueryBoundary>
    </section>
  );
}
