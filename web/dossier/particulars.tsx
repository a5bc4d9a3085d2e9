import { useApiQuery } from '../api/queries.ts';
import type { LocalityDetail } from '../api/types.ts';
import { useConfig } from '../config-context.ts';
import { useLocalityNames } from '../people/locality-names.ts';
import { useTranslation } from '../words/use-translation.ts';
import { type DossierWords, useDossierWords } from './words.ts';

type Name = Exclude<keyof DossierWords['particulars'], 'version'>;

/** Whose dossier it is, and where they stand today. */
export function Particulars({ locality }: { locality: LocalityDetail }) {
  const { messages, formats, language } = useTranslation();
  const { municipality } = useConfig();
  const { programme, programmeVersion: version, status, current, code, population } = locality;
  const { data } = useApiQuery('GET /api/programmes/{programme}', {
    params: { programme },
    query: { version },
  });
  const { continues = [], continuedBy = [] } = locality;
  const nameOf = useLocalityNames([...continues, ...continuedBy]);
  const namesOf = (ids: string[]) => (ids.length > 0 ? formats.list(ids.map(nameOf)) : undefined);
  const [at] = current;
  const stage = data?.stages.find(({ key }) => key === at?.stage);
  const said = useDossierWords().particulars;
  const all: [Name, string | undefined][] = [
    ['municipality', municipality.name],
    ['programme', said.version(data?.name[language] ?? programme, formats.number(version))],
    ['status', messages.status[status]],
    ['stage', stage?.name[language]],
    ['code', code],
    [
      'population',
      population === undefined ? undefined : messages.locality.population(formats.number(population)),
    ],
    ['continues', namesOf(continues)],
    ['continuedBy', namesOf(continuedBy)],
    ['begun', formats.dateWithYear(locality.createdOn)],
    ['coordinators', formats.list(locality.coordinators) || messages.locality.nobody],
    ['made', formats.dateWithYear(formats.today())],
  ];
  const shown = all.filter(([, value]) => value !== undefined);
  return (
    <dl className="dossier-particulars">
      {shown.map(([name, value]) => (
        <div key={name}>
          <dt>{said[name]}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
