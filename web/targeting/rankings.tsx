import { Link } from 'wouter';
import { usePages } from '../api/queries.ts';
import type { Answer } from '../api/types.ts';
import { useMayChange } from '../locality/access.ts';
import { Empty, Loaded } from '../parts/loaded.tsx';
import { personName } from '../parts/person-name.ts';
import { Screen } from '../parts/screen.tsx';
import { useWords } from '../words/use-words.ts';
import { useBench } from './use-bench.ts';

type Head = Answer<'GET /api/targeting/rankings'>['items'][number];

/** What was decided about where to work, the newest first, and the way to decide anew. */
export function Rankings() {
  const { words } = useWords();
  const said = words.targeting;
  const mayChange = useMayChange();
  const pages = usePages('GET /api/targeting/rankings', (cursor) => ({ query: { limit: 20, cursor } }));
  return (
    <Screen title={said.title} aside={<p>{said.text}</p>}>
      {mayChange && <Start />}
      <section className="stack-close" aria-labelledby="frozen">
        <h2 id="frozen">{said.frozen}</h2>
        <Loaded query={pages}>
          {(data) => (
            <Frozen heads={data.pages.flatMap(({ items }) => items)} mayChange={mayChange === true} />
          )}
        </Loaded>
        {pages.hasNextPage && (
          <p>
            <button
              type="button"
              aria-disabled={pages.isFetchingNextPage}
              onClick={() => void pages.fetchNextPage()}
            >
              {pages.isFetchingNextPage ? words.parts.loading : said.more}
            </button>
          </p>
        )}
      </section>
    </Screen>
  );
}

/** A new one, or the one on the bench. */
function Start() {
  const { words, formats } = useWords();
  const said = words.targeting;
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

function Frozen({ heads, mayChange }: { heads: Head[]; mayChange: boolean }) {
  const { words } = useWords();
  const said = words.targeting;
  if (heads.length === 0)
    return (
      <Empty title={said.none}>
        <p>{mayChange ? said.noneText : said.noneTextViewer}</p>
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
  const { words, formats } = useWords();
  const said = words.targeting;
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
