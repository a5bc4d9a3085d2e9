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
export function FaultList({ faults, nameOf }: FaultListProps) {
  const { messages, formats } = useTranslation();
  const said = messages.targeting;
  const { rejected, warnings = [], invalid, overlaps, ignored, overlapCount = overlaps.length } = faults;
  const share = new Intl.NumberFormat(formats.locale, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <>
      {warnings.length > 0 && <ImportWarnings warnings={warnings} called={(column) => column} />}
      {rejected.length > 0 && <RejectedRows rejected={rejected} text={said.rejectedText} />}
      {invalid.length > 0 && (
        <Fault
          title={said.invalid(invalid.length)}
          lines={invalid.map(({ key, message }) => `${nameOf(key)}: ${message}`)}
        />
      )}
      {overlaps.length > 0 && (
        <Fault
          title={said.overlaps(overlapCount)}
          count={overlapCount}
          lines={overlaps.map(({ keys: [one, other], share: part }) =>
            said.overlap(nameOf(one), nameOf(other), share.format(part)),
          )}
        />
      )}
      {faults.overlapsComplete === false && <p>{said.overlapsIncomplete}</p>}
      {ignored.length > 0 && <p className="soft">{said.ignored(formats.list(ignored))}</p>}
    </>
  );
}

/** `count`: how many there are, where the lines are only the first of them. */
function Fault({ title, lines, count = lines.length }: { title: string; lines: string[]; count?: number }) {
  const { messages, formats } = useTranslation();
  const beyond = count - mostShown;
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
