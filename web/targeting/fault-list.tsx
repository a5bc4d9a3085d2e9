import { ImportWarnings } from '../imports/import-warnings.tsx';
import { RejectedRows } from '../imports/rejected-rows.tsx';
import { useTranslation } from '../words/use-translation.ts';
import type { Faults } from './bench.ts';

/** The first of them are enough to mend a file. */
const mostShown = 20;

interface FaultListProps {
  faults: Faults;
  /** What a place is called. */
  nameOf: (key: string) => string;
}

/** What is wrong with a file of places; none of it keeps the rest from being compared. */
export function FaultList({
  faults: { rejected, warnings = [], invalid, overlaps, ignored },
  nameOf,
}: FaultListProps) {
  const { messages, formats } = useTranslation();
  const said = messages.targeting;
  const share = new Intl.NumberFormat(formats.locale, { style: 'percent', maximumFractionDigits: 0 });
  const degrees = new Intl.NumberFormat(formats.locale, { maximumFractionDigits: 4 });
  return (
    <>
      {warnings.length > 0 && <ImportWarnings warnings={warnings} called={(column) => column} />}
      {rejected.length > 0 && <RejectedRows rejected={rejected} text={said.rejectedText} />}
      {invalid.length > 0 && (
        <Fault
          title={said.invalid(invalid.length)}
          lines={invalid.map(({ key, message, at }) => {
            const place = at ? ` (${said.at(`${degrees.format(at[1])}, ${degrees.format(at[0])}`)})` : '';
            return `${nameOf(key)}: ${message}${place}`;
          })}
        />
      )}
      {overlaps.length > 0 && (
        <Fault
          title={said.overlaps(overlaps.length)}
          lines={overlaps.map(({ keys: [one, other], share: part }) =>
            said.overlap(nameOf(one), nameOf(other), share.format(part)),
          )}
        />
      )}
      {ignored.length > 0 && <p className="soft">{said.ignored(formats.list(ignored))}</p>}
    </>
  );
}

function Fault({ title, lines }: { title: string; lines: string[] }) {
  const { messages, formats } = useTranslation();
  const beyond = lines.length - mostShown;
  return (
    <details className="fault">
      <summary>{title}</summary>
      <ul className="dotted">
        {lines.slice(0, mostShown).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {beyond > 0 && <p>{messages.targeting.andMore(formats.number(beyond))}</p>}
    </details>
  );
}
