import { Link } from 'wouter';
import { useLocalityNames } from '../people/locality-names.ts';
import { addressOf } from './addresses.ts';

/** The localities that a place which was split or joined goes on in, or goes on from. */
export function Relatives({ label, ids }: { label: string; ids: string[] }) {
  const nameOf = useLocalityNames(ids);
  if (ids.length === 0) return null;
  return (
    <p className="row">
      <span>{label}:</span>
      {ids.map((id) => (
        <Link key={id} href={addressOf(id)} className="lone">
          {nameOf(id)}
        </Link>
      ))}
    </p>
  );
}
