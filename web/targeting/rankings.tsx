import { Link } from 'wouter';
import { policies } from '../../domain/policies.ts';
import { useApiInfiniteQuery } from '../api/queries.ts';
import type { ApiResponse } from '../api/types.ts';
import { MoreButton } from '../components/more-button.tsx';
import { personName } from '../components/person-name.ts';
import { Empty, QueryBoundary } from '../components/query-boundary.tsx';
import { Screen } from '../components/screen.tsx';
import { useMay } from '../session/may.ts';
import { useTranslation } from '../words/use-translation.ts';
import { useBench } from './use-bench.ts';

type Head = ApiResponse<'GET /api/targeting/rankings'>['items'][number];

/** What was decided about where to work, the newest first, and the way to decide anew. */
export function Rankings() {
  const { messages } = useTranslation();
  const said = messages.targeting;
  const mayFreeze = useMay(policies.ranking.freeze);
  const pages = useApiInfiniteQuery('GET /api/targeting/rankings', (cursor) => ({
    query: { limit: 20, cursor },
  }));
  return (
    <Screen title={said.title} aside={<p>{said.text}</p>}>
      {mayFreeze && <Start />}
      <section className="stack-close" aria-labelledby="frozen">
        <h2 id="frozen">{said.frozen}</h2>
        <QueryBoundary query={pages}>
          {(data) => (
            <Frozen heads={data.pages.flatMap(({ items }) => items)} mayFreeze={mayFreeze === true} />
          )}
        </QueryBoundary>
        <MoreButton list={pages} label={said.more} />
      </section>
    </Screen>
  );
}

/** A new one, or the one on the bench. */
function Start() {
  const { messages, formats } = useTranslation();
  const said = messages.targeting;
  const { bench } = useBench();
  if (bench === undefined) return null;
  return (
    <div className="stack-close">
      {bench && <p>{said.underWay(bench.file, formats.moment(bench.begunAt))}</p>}
      <p>
        <Link href="/targeting/new" className="button main">
          {bench ? said.goOn : said.start}
        </Link>
      </p>
    </div>
  );
}

function Frozen({ heads, mayFreeze }: { heads: Head[]; mayFreeze: boolean }) {
  const { messages } = useTranslation();
  const said = messages.targeting;
  if (heads.length === 0)
    return (
      <Empty title={said.none}>
        <p>{mayFreeze ? said.noneText : said.noneTextViewer}</p>
      </Empty>
    );
  return (
    <ul className="rankings">
      {heads.map((head) => (
        <li key={head.id} className="card stack-close">
          <FrozenHead head={head} />
        </li>
      ))}
    </ul>
  );
}

function FrozenHead({ head }: { head: Head }) {
  const { messages, formats } = useTranslation();
  const said = messages.targeting;
  const { id, name, rationale, topK, candidates, first, frozenBy, frozenAt } = head;
  return (
    <>
      <h3>
        <Link href={`/targeting/${id}`} className="lone">
          {name ?? said.unnamed(formats.moment(frozenAt))}
        </Link>
      </h3>
      <p className="soft">{said.frozenBy(personName(frozenBy), formats.moment(frozenAt))}</p>
      <p className="rationale">{rationale}</p>
      <p>
        {said.firstPlaces}: {formats.list(first)}
      </p>
      <p className="soft">{said.topOf(topK, formats.number(candidates))}</p>
    </>
  );
}
