import type { ReactNode } from 'react';
import type { DayOff } from '../../domain/work-calendar.ts';
import { useApiQuery } from '../api/queries.ts';
import type { ApiResponse } from '../api/types.ts';
import { QueryBoundary } from '../components/query-boundary.tsx';
import { useTranslation } from '../words/use-translation.ts';
import { type AdministrationWords, useAdministrationWords } from './words.ts';

type Municipality = ApiResponse<'GET /api/municipality'>;
type Said = AdministrationWords['settings'];
type Setting = readonly [name: keyof Said['names'], value: ReactNode];

/** The settings as they are deployed, group by group, by the names they have in the municipality's file. */
export default function SettingsPart() {
  const said = useAdministrationWords();
  const query = useApiQuery('GET /api/municipality', {});
  return (
    <section className="stack" aria-labelledby="settings">
      <h2 id="settings">{said.settings.title}</h2>
      <QueryBoundary query={query}>
        {(municipality) => <Settings municipality={municipality} />}
      </QueryBoundary>
    </section>
  );
}

function Settings({ municipality }: { municipality: Municipality }) {
  const said = useAdministrationWords().settings;
  const groups = useGroups(municipality);
  const { id } = municipality;
  return (
    <>
      <div className="stack-close">
        <p>{said.where(id)}</p>
        <p>
          <code>npx cdk deploy 'etapas-{id}-*'</code>
        </p>
      </div>
      <div className="setting-groups">
        {groups.map(([group, settings]) => (
          <section key={group} className="card stack-close">
            <h3>{said.groups[group]}</h3>
            <dl className="setting-list">
              {settings.map(([name, value]) => (
                <div key={name}>
                  <dt>
                    {said.names[name]} <code>{name}</code>
                  </dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </>
  );
}

/** The days off beside weekends, of this year and the next. */
function useDaysOff(): Setting[] {
  const { formats } = useTranslation();
  const said = useAdministrationWords().settings;
  const thisYear = Number(formats.today().slice(0, 4));
  const nameOf = (off: DayOff) => (off.kind === 'own' ? off.name : said.daysOff[off.kind]);
  const days = [thisYear, thisYear + 1].flatMap(formats.daysOff);
  return [
    [
      'calendar',
      days.map(({ on, off }) => (
        <div key={on}>
          {formats.dateWithYear(on)}: {nameOf(off)}
        </div>
      )),
    ],
  ];
}

function useGroups(municipality: Municipality): [keyof Said['groups'], Setting[]][] {
  const { formats } = useTranslation();
  const said = useAdministrationWords().settings;
  const { name, state, inegiCode, id, timeZone, language, mail } = municipality;
  const { staffMailDomain, approvers, administrators, escalation, fourEyes, mailFrom, publish, publicUrl } =
    municipality;
  const { region, mailRegion, account, profile, alarmEmail } = municipality;
  const percent = new Intl.NumberFormat(formats.locale, { style: 'percent', maximumFractionDigits: 1 });
  const yesNo = (value: boolean) => (value ? said.yes : said.no);
  const all = (values: string[]) =>
    values.length === 0 ? said.none : values.map((value) => <div key={value}>{value}</div>);
  return [
    [
      'municipality',
      [
        ['name', name],
        ['state', state],
        ['inegiCode', inegiCode],
        ['id', id],
        ['timeZone', timeZone],
        ['language', formats.languageName(language)],
      ],
    ],
    [
      'staff',
      [
        ['staffMailDomain', staffMailDomain],
        ['approvers', all(approvers)],
        ['administrators', all(administrators)],
        ['escalation.approversAfter', said.workingDays(escalation.approversAfter)],
        ['escalation.administratorAfter', said.workingDays(escalation.administratorAfter)],
        ['fourEyes', yesNo(fourEyes)],
      ],
    ],
    ['calendar', useDaysOff()],
    [
      'mail',
      [
        ['mailFrom', mailFrom],
        ['mail.replyTo', mail.replyTo ?? said.coordinators],
        ['mail.sandbox', yesNo(mail.sandbox)],
        ['mail.allowed', all(mail.allowed)],
        ['mail.dailyCap', said.perDay(mail.dailyCap)],
        ['mail.stakeholderShare', percent.format(mail.stakeholderShare)],
        ['mail.heldMinutes', said.minutes(mail.heldMinutes)],
      ],
    ],
    [
      'publication',
      [
        ['publish', yesNo(publish)],
        ['publicUrl', publicUrl ?? said.none],
      ],
    ],
    [
      'operation',
      [
        ['region', region],
        ['mailRegion', mailRegion],
        ['account', account ?? said.none],
        ['profile', said.profiles[profile]],
        ['alarmEmail', alarmEmail ?? said.none],
      ],
    ],
  ];
}
