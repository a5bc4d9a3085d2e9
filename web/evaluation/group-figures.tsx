import type { Grouping } from '../../domain/evaluation/grouping.ts';
import { indicatorName } from '../../domain/evaluation/picture.ts';
import { Sex } from '../../domain/evaluation/questionnaire.ts';
import { useTranslation } from '../words/use-translation.ts';
import { Estimate } from './comparison-table.tsx';
import { useEvaluationWords, useFigureWords } from './figure-words.ts';
import { groupsOf, probability, type Row } from './figures.ts';

type Groups = NonNullable<NonNullable<Row['groups']>['baseline']>;

/** What each group answers to each question, in either survey. */
export function GroupFigures({ rows, by }: { rows: Row[]; by: Grouping }) {
  const { messages } = useTranslation();
  const told = rows.filter(({ groups }) => groups?.baseline ?? groups?.followUp);
  if (told.length === 0) return <p>{messages.evaluation.noGroups}</p>;
  return (
    <>
      <p>{messages.evaluation.groupsText}</p>
      <div className="groups">
        {told.map((row) => (
          <GroupTable key={row.item} row={row} by={by} />
        ))}
      </div>
    </>
  );
}

function GroupTable({ row, by }: { row: Row; by: Grouping }) {
  const translation = useTranslation();
  const { messages, language } = translation;
  const words = useFigureWords();
  const { columns, waves } = messages.evaluation;
  const { baseline, followUp } = row.groups ?? {};
  const groups = groupsOf(row, by);
  const told = [
    { wave: waves.baseline, p: baseline?.p },
    { wave: waves['follow-up'], p: followUp?.p },
  ];
  return (
    <section className="stack-close">
      <h3>
        {indicatorName(row, words)} <span className="soft">{`${row.code} · ${row.unit[language]}`}</span>
      </h3>
      <table className="figures-table">
        <thead>
          <tr>
            <th scope="col">{columns.group}</th>
            <th scope="col">{columns.baseline}</th>
            <th scope="col">{columns.followUp}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group}>
              <th scope="row">
                <GroupName group={group} by={by} />
              </th>
              <td data-column={columns.baseline}>
                <Cell row={row} cell={baseline?.cells[group]} />
              </td>
              <td data-column={columns.followUp}>
                <Cell row={row} cell={followUp?.cells[group]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {told.map(
        ({ wave, p }) =>
          p !== undefined && (
            <p key={wave} className="soft">
              {messages.evaluation.groupsP(wave, probability(p, translation))}
            </p>
          ),
      )}
    </section>
  );
}

function GroupName({ group, by }: { group: string; by: Grouping }) {
  const { messages } = useTranslation();
  const { sexes } = useEvaluationWords().questionnaire;
  if (by === 'age') return messages.evaluation.years(group);
  const sex = Sex.options.find((one) => one === group);
  return sex ? sexes[sex] : group;
}

function Cell({ row, cell }: { row: Row; cell: Groups['cells'][string] }) {
  const { messages } = useTranslation();
  if (cell?.suppressed) return <span className="soft">{messages.evaluation.suppressed}</span>;
  return <Estimate row={row} measured={cell?.estimate} />;
}
