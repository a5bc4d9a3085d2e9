import { useState } from 'react';
import { Link } from 'wouter';
import { Badge } from '../components/badge.tsx';
import { Empty } from '../components/query-boundary.tsx';
import { addressOf } from '../locality/addresses.ts';
import { useLocalityNames } from '../people/locality-names.ts';
import { useTranslation } from '../words/use-translation.ts';
import type { Mail, WaitingMail } from './mail.ts';
import { usePersonNames } from './names.ts';
import { useAdministrationWords } from './words.ts';
import '../components/record-table.css';

/** So many at first, and at a time: each is shown with the name of whom it is about. */
const together = 20;

/** The mails that are still to be sent, longest waiting first. */
export function WaitingMails({ mail: { waiting, more } }: { mail: Mail }) {
  const [most, setMost] = useState(together);
  const said = useAdministrationWords().mail;
  const shown = waiting.slice(0, most);
  const localityName = useLocalityNames([...new Set(shown.flatMap(({ locality }) => locality ?? []))]);
  const personName = usePersonNames([...new Set(shown.flatMap(({ stakeholder }) => stakeholder ?? []))]);
  const { columns } = said;
  return (
    <section className="stack" aria-labelledby="waiting">
      <h2 id="waiting">{said.waiting}</h2>
      {waiting.length === 0 ? (
        <Empty title={said.waitingNone}>
          <p>{said.waitingNoneText}</p>
        </Empty>
      ) : (
        <table className="record-table">
          <thead>
            <tr>
              <th scope="col">{columns.mail}</th>
              <th scope="col">{columns.about}</th>
              <th scope="col">{columns.state}</th>
              <th scope="col">{columns.since}</th>
              <th scope="col">{columns.attempts}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <Waits key={one.id} mail={one} localityName={localityName} personName={personName} />
            ))}
          </tbody>
        </table>
      )}
      {waiting.length > most && (
        <p>
          <button type="button" onClick={() => setMost(most + together)}>
            {said.showMore}
          </button>
        </p>
      )}
      {more && waiting.length <= most && <p className="soft">{said.more}</p>}
    </section>
  );
}

interface WaitsProps {
  mail: WaitingMail;
  localityName: (id: string) => string;
  personName: (id: string) => string;
}

function Waits({ mail, localityName, personName }: WaitsProps) {
  const { formats } = useTranslation();
  const said = useAdministrationWords().mail;
  const { kind, locality, stakeholder, staff, state, attempts, queuedAt, heldUntil, waitsFor } = mail;
  return (
    <tr>
      <th scope="row">{said.kinds[kind]}</th>
      <td data-column={said.columns.about}>
        {locality && (
          <Link href={addressOf(locality)} className="lone">
            {localityName(locality)}
          </Link>
        )}
        {stakeholder && (
          <Link href={`/people/${encodeURIComponent(stakeholder)}`} className="lone">
            {personName(stakeholder)}
          </Link>
        )}
        {staff}
      </td>
      <td data-column={said.columns.state}>
        <Badge tone={state === 'held' || state === 'waiting' ? 'soon' : 'quiet'}>{said.states[state]}</Badge>
        {heldUntil && <span className="under">{said.heldUntil(formats.moment(heldUntil))}</span>}
        {waitsFor && <span className="under">{said.waitsFor(formats.date(waitsFor))}</span>}
      </td>
      <td data-column={said.columns.since}>{formats.moment(queuedAt)}</td>
      <td data-column={said.columns.attempts}>{formats.number(attempts)}</td>
    </tr>
  );
}
