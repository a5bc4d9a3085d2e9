import { memo } from 'react';
import { Link } from 'wouter';
import { LocalityBadge } from '../components/badge.tsx';
import { personName } from '../components/person-name.ts';
import { addressOf } from '../locality/addresses.ts';
import { useTranslation } from '../words/use-translation.ts';
import type { Entry, Programmes } from './entry.ts';
import { Gates } from './gates.tsx';

/** The cells of a locality. */
export const LocalityRow = memo(function LocalityRow({
  entry,
  programmes,
}: {
  entry: Entry;
  programmes?: Programmes;
}) {
  const { language, formats } = useTranslation();
  const { locality, stage } = entry;
  const { name, code, population, coordinators } = locality;
  const programme = programmes?.find(({ id }) => id === locality.programme)?.name[language];
  return (
    <>
      <th scope="row" className="name">
        <Link href={addressOf(locality.id)}>{name}</Link>
        {code && <span className="soft">{code}</span>}
      </th>
      <td className="stage">
        {stage && (
          <span>
            {stage.at + 1}. {stage.name}
          </span>
        )}
        {programme && <span className="soft">{programme}</span>}
      </td>
      <td className="standing">
        <LocalityBadge locality={locality} />
      </td>
      <td className="due">
        <Gates entry={entry} />
      </td>
      <td className="population">{population !== undefined && formats.number(population)}</td>
      <td className="coordinators">{formats.list(coordinators.map(personName))}</td>
    </>
  );
});
