import { Link } from 'wouter';
import { useApiQuery } from '../api/queries.ts';
import type { Locality } from '../api/types.ts';
import { Due } from '../components/due.tsx';
import { personName } from '../components/person-name.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Empty, Loading } from '../components/query-boundary.tsx';
import { useStageNames } from '../components/stage-names.ts';
import { useUnmetNames } from '../components/unmet-names.ts';
import { addressOf } from '../locality/addresses.ts';
import { Coming } from '../portfolio/coming.tsx';
import { useEntries } from '../portfolio/use-entries.ts';
import { useTranslation } from '../words/use-translation.ts';
import { useAdministrationWords } from './words.ts';

interface Used {
  locality: Locality;
  override: Locality['overrides'][number];
}

/** The gates that were passed although criteria were unmet, until what was left is settled; what ends first, first. */
export default function OverridesPart() {
  const { entries, isWhole, query } = useEntries();
  const said = useAdministrationWords().overrides;
  const all = (entries ?? [])
    .flatMap(({ locality }) => locality.overrides.map((override): Used => ({ locality, override })))
    .sort((a, b) => a.override.expiresOn.localeCompare(b.override.expiresOn));
  return (
    <section className="stack" aria-labelledby="overrides">
      <div className="stack-close">
        <h2 id="overrides">{said.title}</h2>
        <p>{said.text}</p>
      </div>
      {query.error && <ProblemNotice problem={query.error} again={() => void query.fetchNextPage()} />}
      {!entries && !query.error && <Loading />}
      {entries && !isWhole && !query.error && <Coming known={entries.length} />}
      {all.length > 0 && <All overrides={all} />}
      {all.length === 0 && isWhole && (
        <Empty title={said.none}>
          <p>{said.noneText}</p>
        </Empty>
      )}
    </section>
  );
}

function All({ overrides }: { overrides: Used[] }) {
  const { formats } = useTranslation();
  const said = useAdministrationWords().overrides;
  const expired = overrides.filter(({ override }) => override.expiresOn < formats.today()).length;
  return (
    <>
      <p className="row" role="status">
        <span>{said.count(overrides.length)}</span>
        {expired > 0 && <span className="late">{said.expired(expired)}</span>}
      </p>
      <ul className="tiles">
        {overrides.map((used) => (
          <li
            key={`${used.locality.id} ${used.override.stage} ${used.override.track} ${used.override.visit}`}
          >
            <OverrideCard {...used} />
          </li>
        ))}
      </ul>
      <p className="soft">{said.settle}</p>
    </>
  );
}

function OverrideCard({ locality, override }: Used) {
  const { formats } = useTranslation();
  const said = useAdministrationWords().overrides;
  const stageName = useStageNames();
  const { stage, track, visit, expiresOn } = override;
  const { data } = useApiQuery('GET /api/localities/{id}/stages', { params: { id: locality.id } });
  const known = data?.items
    .find((one) => one.stage === stage)
    ?.visits.find((one) => one.visit === visit && one.track === track)
    ?.decisions.findLast(({ review }) => review?.override)?.review?.override;
  const unmetNames = useUnmetNames();
  return (
    <article className="card stack-close">
      <h3>
        <Link href={addressOf(locality.id, `stages/${stage}`)} className="lone">
          {locality.name}
        </Link>
      </h3>
      <p>{said.visit(stageName(locality.programme, stage), formats.number(visit))}</p>
      <p>
        <Due on={expiresOn} />
      </p>
      {known && (
        <>
          <p>
            <span className="soft">{said.by(personName(known.by))}</span> «{known.reason}»
          </p>
          <p>
            <span className="soft">{said.unmet}</span> {formats.list(unmetNames(known.unmet))}
          </p>
        </>
      )}
    </article>
  );
}
