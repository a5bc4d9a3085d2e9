import { useState } from 'react';
import { Link } from 'wouter';
import { useApiInfiniteQuery } from '../api/queries.ts';
import type { ApiResponse } from '../api/types.ts';
import { Badge } from '../components/badge.tsx';
import { Field } from '../components/field.tsx';
import { MoreButton } from '../components/more-button.tsx';
import { Empty, QueryBoundary } from '../components/query-boundary.tsx';
import { addressOf } from '../locality/addresses.ts';
import { useLocalityNames } from '../people/locality-names.ts';
import { useTranslation } from '../words/use-translation.ts';
import { usePersonNames } from './names.ts';
import { useAdministrationWords } from './words.ts';
import '../components/record-table.css';

type LoggedMail = ApiResponse<'GET /api/mails'>['items'][number];

const together = 20;
const somebody = 'stakeholder:';
const tones = { sent: 'good', failed: 'late', bounced: 'late', kept: 'soon' } as const;

/** What became of the mails of a day. */
export function MailLog() {
  const { formats } = useTranslation();
  const said = useAdministrationWords().mail;
  const [day, setDay] = useState(formats.today());
  const query = useApiInfiniteQuery('GET /api/mails', (cursor) => ({
    query: { on: day, limit: together, cursor },
  }));
  return (
    <section className="stack" aria-labelledby="mail-log">
      <h2 id="mail-log">{said.log}</h2>
      <Field label={said.logDay} hint={said.logDayHint}>
        {(control) => (
          <input
            {...control}
            type="date"
            required
            max={formats.today()}
            value={day}
            onChange={({ target }) => target.value && setDay(target.value)}
          />
        )}
      </Field>
      <QueryBoundary query={query}>
        {({ pages }) => <Logged mails={pages.flatMap(({ items }) => items)} day={day} />}
      </QueryBoundary>
      <MoreButton list={query} label={said.showMore} />
    </section>
  );
}

const personOf = ({ to }: LoggedMail) => (to.startsWith(somebody) ? to.slice(somebody.length) : undefined);

function Logged({ mails, day }: { mails: LoggedMail[]; day: string }) {
  const { messages, formats } = useTranslation();
  const said = useAdministrationWords().mail;
  const personName = usePersonNames([...new Set(mails.flatMap((mail) => personOf(mail) ?? []))]);
  const localityName = useLocalityNames([...new Set(mails.flatMap(({ locality }) => locality ?? []))]);
  if (mails.length === 0)
    return (
      <Empty title={said.logNone}>
        <p>{said.logNoneText(formats.date(day))}</p>
      </Empty>
    );
  const { columns } = said;
  return (
    <table className="record-table mail-log">
      <thead>
        <tr>
          <th scope="col">{columns.mail}</th>
          <th scope="col">{columns.to}</th>
          <th scope="col">{columns.state}</th>
          <th scope="col">{columns.at}</th>
        </tr>
      </thead>
      <tbody>
        {mails.map((mail) => {
          const { id, at, to, message, locality, state, attempts, error } = mail;
          const person = personOf(mail);
          return (
            <tr key={`${at} ${id}`}>
              <th scope="row">{messages.history.mails[message]}</th>
              <td data-column={columns.to}>
                {person === undefined ? (
                  to
                ) : (
                  <Link href={`/people/${encodeURIComponent(person)}`} className="lone">
                    {personName(person)}
                  </Link>
                )}
                {locality && (
                  <span className="under">
                    <Link href={addressOf(locality)} className="lone">
                      {localityName(locality)}
                    </Link>
                  </span>
                )}
              </td>
              <td data-column={columns.state}>
                <Badge tone={tones[state]}>{said.logStates[state]}</Badge>
                {attempts > 1 && <span className="under">{said.handedOver(formats.number(attempts))}</span>}
                {error && <span className="under">{error}</span>}
              </td>
              <td data-column={columns.at}>{formats.moment(at)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
