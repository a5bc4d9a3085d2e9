import { Link } from 'wouter';
import { Notice } from '../components/notice.tsx';
import { addressOf } from '../locality/addresses.ts';
import { useLocalityNames } from '../people/locality-names.ts';
import type { Finding } from './audit.ts';
import { usePersonNames } from './names.ts';
import { useAdministrationWords } from './words.ts';

const idsOf = (findings: Finding[], kind: Finding['kind']) => [
  ...new Set(findings.flatMap((one) => (one.kind === kind ? one.id : []))),
];

/** What contradicts itself, and where. */
export function Findings({ findings }: { findings: Finding[] }) {
  const said = useAdministrationWords().records;
  const localityName = useLocalityNames(idsOf(findings, 'locality'));
  const personName = usePersonNames(idsOf(findings, 'stakeholder'));
  return (
    <>
      <Notice tone="problem">
        <p>
          <strong>{said.found(findings.length)}.</strong> {said.foundText}
        </p>
      </Notice>
      <ul className="line-list">
        {findings.map(({ kind, id, code, about }) => (
          <li key={[kind, id, code, about].join(' ')}>
            <Link
              href={kind === 'locality' ? addressOf(id, 'history') : `/people/${encodeURIComponent(id)}`}
              className="lone"
            >
              {kind === 'locality' ? localityName(id) : personName(id)}
            </Link>
            <span>{said.findings[code](about)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
