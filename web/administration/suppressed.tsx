import { Link } from 'wouter';
import { usePages } from '../api/queries.ts';
import type { Stakeholder } from '../api/types.ts';
import { Badge } from '../parts/badge.tsx';
import { Empty, Loaded } from '../parts/loaded.tsx';
import { useWords } from '../words/use-words.ts';
import { useAdministrationWords } from './words.ts';

/** Who is not written to any more, why and since when. */
export function Suppressed() {
  const { words } = useWords();
  const said = useAdministrationWords().mail;
  const query = usePages('GET /api/stakeholders', (cursor) => ({
    query: { suppressed: 'true', limit: 50, cursor },
  }));
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  return (
    <section className="stack" aria-labelledby="suppressed">
      <h2 id="suppressed">{said.suppressed}</h2>
      <Loaded query={query}>
        {({ pages }) => <People people={pages.flatMap(({ items }) => items)} hasMore={hasNextPage} />}
      </Loaded>
      {hasNextPage && (
        <p>
          <button type="button" aria-disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {isFetchingNextPage ? words.parts.loading : said.showMore}
          </button>
        </p>
      )}
    </section>
  );
}

function People({ people, hasMore }: { people: Stakeholder[]; hasMore: boolean }) {
  const { words, formats } = useWords();
  const { mail: said, somebody } = useAdministrationWords();
  if (people.length === 0)
    return (
      <Empty title={said.suppressedNone}>
        <p>{said.suppressedNoneText}</p>
      </Empty>
    );
  return (
    <>
      <p>{said.suppressedText}</p>
      <p className="soft" role="status">
        {hasMore ? said.addressesSoFar(people.length) : said.addresses(people.length)}
      </p>
      <ul className="line-list">
        {people.map(({ id, name, email, suppressed }) => (
          <li key={id}>
            <span>
              <Link href={`/people/${encodeURIComponent(id)}`} className="lone">
                {name ?? somebody}
              </Link>
              {email && <span className="under">{email}</span>}
            </span>
            {suppressed && (
              <span className="row">
                <Badge tone={suppressed.reason === 'unsubscribed' ? 'soon' : 'late'}>
                  {said.reasons[suppressed.reason]}
                </Badge>
                <span className="soft">{words.people.since(formats.date(formats.dayOf(suppressed.at)))}</span>
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
