import { Link } from 'wouter';
import { useApiInfiniteQuery } from '../api/queries.ts';
import type { Stakeholder } from '../api/types.ts';
import { Badge } from '../components/badge.tsx';
import { MoreButton } from '../components/more-button.tsx';
import { Empty, QueryBoundary } from '../components/query-boundary.tsx';
import { useTranslation } from '../words/use-translation.ts';
import { useAdministrationWords } from './words.ts';

/** Who is not written to any more, why and since when. */
export function Suppressed() {
  const said = useAdministrationWords().mail;
  const query = useApiInfiniteQuery('GET /api/stakeholders', (cursor) => ({
    query: { suppressed: 'true', limit: 50, cursor },
  }));
  return (
    <section className="stack" aria-labelledby="suppressed">
      <h2 id="suppressed">{said.suppressed}</h2>
      <QueryBoundary query={query}>
        {({ pages }) => <People people={pages.flatMap(({ items }) => items)} hasMore={query.hasNextPage} />}
      </QueryBoundary>
      <MoreButton list={query} label={said.showMore} />
    </section>
  );
}

function People({ people, hasMore }: { people: Stakeholder[]; hasMore: boolean }) {
  const { messages, formats } = useTranslation();
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
                <span className="soft">
                  {messages.people.since(formats.date(formats.dayOf(suppressed.at)))}
                </span>
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
