import { useApiQuery } from '../api/queries.ts';
import type { LocalityDetail, Stage } from '../api/types.ts';
import { useTranslation } from '../words/use-translation.ts';

/** A stage that has not begun: when it is planned for, and what will be done. */
export function StageAhead({ locality, stage }: { locality: LocalityDetail; stage: Stage }) {
  const { messages, language, formats } = useTranslation();
  const { programme, programmeVersion: version } = locality;
  const { data } = useApiQuery('GET /api/programmes/{programme}', {
    params: { programme },
    query: { version },
  });
  const asked = data?.stages.find(({ key }) => key === stage.stage);
  const activities = [
    ...(asked?.activities ?? []),
    ...(asked?.tracks ?? []).flatMap((one) => one.activities),
  ];
  const { planned } = stage;
  return (
    <div className="card stack">
      <p>
        {messages.locality.notStarted}{' '}
        {planned &&
          `${messages.locality.planned(formats.date(planned.startOn), formats.date(planned.targetOn))}.`}
      </p>
      {activities.length > 0 && (
        <div className="stack-close">
          <h3>{messages.locality.willAsk}</h3>
          <ul className="dotted">
            {activities.map(({ key, name }) => (
              <li key={key}>{name[language]}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
