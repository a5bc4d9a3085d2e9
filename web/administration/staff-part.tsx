import { useState } from 'react';
import { Link } from 'wouter';
import { Role } from '../../domain/policies.ts';
import { useApiQuery } from '../api/queries.ts';
import type { Locality } from '../api/types.ts';
import { Notice } from '../components/notice.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { Empty, Loading, QueryBoundary } from '../components/query-boundary.tsx';
import { addressOf } from '../locality/addresses.ts';
import { everything, addressOf as placeInPortfolio } from '../portfolio/asked.ts';
import { Coming } from '../portfolio/coming.tsx';
import { useEntries } from '../portfolio/use-entries.ts';
import { useTranslation } from '../words/use-translation.ts';
import { HandoverDialog } from './handover-dialog.tsx';
import { useAdministrationWords } from './words.ts';

/** Who coordinates what, who approves, what each role may do, and where accounts are made. */
export default function StaffPart() {
  return (
    <div className="halves">
      <Coordinators />
      <div className="stack">
        <Approvers />
        <Roles />
        <Accounts />
      </div>
    </div>
  );
}

function Coordinators() {
  const { entries, isWhole, query } = useEntries();
  const said = useAdministrationWords().staff;
  const localities = (entries ?? []).map(({ locality }) => locality);
  return (
    <section className="stack" aria-labelledby="coordinators">
      <div className="stack-close">
        <h2 id="coordinators">{said.coordinators}</h2>
        <p className="soft">{said.coordinatorsText}</p>
      </div>
      {query.error && <ProblemNotice problem={query.error} again={() => void query.fetchNextPage()} />}
      {!entries && !query.error && <Loading />}
      {entries && !isWhole && !query.error && <Coming known={entries.length} />}
      {localities.length === 0 && isWhole && (
        <Empty title={said.none}>
          <p>{said.noneText}</p>
        </Empty>
      )}
      <Uncoordinated localities={localities.filter(({ coordinators }) => coordinators.length === 0)} />
      <ByPerson localities={localities} />
    </section>
  );
}

const mostNamed = 10;

/** Those that nobody hears about come first. */
function Uncoordinated({ localities }: { localities: Locality[] }) {
  const said = useAdministrationWords().staff;
  if (localities.length === 0) return null;
  return (
    <Notice tone="warning">
      <p>
        <strong>{said.without}:</strong> {said.localities(localities.length)}
      </p>
      <p>{said.withoutText}</p>
      <ul className="row">
        {localities.slice(0, mostNamed).map(({ id, name }) => (
          <li key={id}>
            <Link href={addressOf(id)} className="lone">
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function ByPerson({ localities }: { localities: Locality[] }) {
  const said = useAdministrationWords();
  const [from, setFrom] = useState<string>();
  const counts = new Map<string, number>();
  for (const user of localities.flatMap(({ coordinators }) => coordinators))
    counts.set(user, (counts.get(user) ?? 0) + 1);
  return (
    <>
      <ul className="line-list">
        {[...counts].sort().map(([user, count]) => (
          <li key={user}>
            <span>{user}</span>
            <Link
              href={placeInPortfolio({ ...everything, view: 'table', coordinator: user })}
              className="lone"
              aria-label={`${said.staff.localities(count)}: ${user}`}
            >
              {said.staff.localities(count)}
            </Link>
            <button type="button" onClick={() => setFrom(user)}>
              {said.staff.handOver}
              <span className="unseen">: {user}</span>
            </button>
          </li>
        ))}
      </ul>
      {from !== undefined && <HandoverDialog from={from} onClose={() => setFrom(undefined)} />}
    </>
  );
}

function Approvers() {
  const said = useAdministrationWords().staff;
  const query = useApiQuery('GET /api/municipality', {});
  return (
    <section className="card stack-close">
      <h2>{said.approvers}</h2>
      <QueryBoundary query={query}>
        {({ approvers, fourEyes }) => (
          <>
            <p className="soft">{approvers.length > 0 ? said.approversText : said.approversNone}</p>
            <ul className="dotted">
              {approvers.map((user) => (
                <li key={user}>{user}</li>
              ))}
            </ul>
            <p>{fourEyes ? said.fourEyes : said.noFourEyes}</p>
          </>
        )}
      </QueryBoundary>
    </section>
  );
}

function Roles() {
  const { messages } = useTranslation();
  const said = useAdministrationWords();
  return (
    <section className="card stack-close">
      <h2>{said.staff.roles}</h2>
      <dl className="stack-close">
        {Role.options.map((role) => (
          <div key={role}>
            <dt>
              <strong>{messages.frame.roles[role]}</strong>
            </dt>
            <dd>{said.staff.roleTexts[role]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Accounts() {
  const { messages } = useTranslation();
  const said = useAdministrationWords().staff;
  const [pool, names, removal] = said.accountsText;
  return (
    <section className="card stack-close">
      <h2>{said.accounts}</h2>
      <p>{pool}</p>
      <p>{names}</p>
      <ul className="dotted">
        {Role.options.map((role) => (
          <li key={role}>
            <code>{role}</code>: {messages.frame.roles[role]}
          </li>
        ))}
      </ul>
      <p>{removal}</p>
    </section>
  );
}
