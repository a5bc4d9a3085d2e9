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

/** What a fault is of, and the way there where there is one. */
function Subject({ kind, id, name }: Pick<Finding, 'kind' | 'id'> & { name: string }) {
  const said = useAdministrationWords().records.kinds;
  if (kind === 'anchor') return <strong>{said.anchor(id)}</strong>;
  if (kind === 'municipality') return <strong>{said.municipality}</strong>;
  const where = {
    locality: { href: addressOf(id, 'history'), text: name },
    stakeholder: { href: `/people/${encodeURIComponent(id)}`, text: name },
    ranking: { href: `/targeting/${encodeURIComponent(id)}`, text: said.ranking },
  }[kind];
  return (
    <Link href={where.href} className="lone">
      {where.text}
    </Link>
  );
}

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
            <Subject kind={kind} id={id} name={kind === 'locality' ? localityName(id) : personName(id)} />
            <span>{said.findings[code](about)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
