import { firstOpened, lastEnded } from '../../domain/dossier/spans.ts';
import type { LocalityDetail, Stage } from '../api/types.ts';
import { useTranslation } from '../words/use-translation.ts';
import { useDossierWords } from './words.ts';
import '../components/record-table.css';

interface StageTableProps {
  locality: LocalityDetail;
  stages: Stage[];
}

/** Every stage as it was planned and as it went. */
export function StageTable({ locality, stages }: StageTableProps) {
  const said = useDossierWords();
  const columns = said.stageColumns;
  return (
    <section className="stack-close">
      <h2>{said.stages}</h2>
      <table className="record-table">
        <thead>
          <tr>
            {(['stage', 'first', 'now', 'opened', 'ended', 'visits'] as const).map((column) => (
              <th key={column} scope="col">
                {columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stages.map((stage, at) => (
            <StageRow key={stage.stage} number={at + 1} locality={locality} stage={stage} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

type Span = { startOn: string; targetOn: string };

function StageRow({ locality, stage, number }: { locality: LocalityDetail; stage: Stage; number: number }) {
  const { messages, language, formats } = useTranslation();
  const said = useDossierWords();
  const { stageColumns: columns, span, nothing } = said;
  const { first, current } = locality.plan;
  const planIn = (plan: (Span & { stage: string })[]) => plan.find((one) => one.stage === stage.stage);
  const written = (planned: Span | undefined) =>
    planned ? span(formats.dateWithYear(planned.startOn), formats.dateWithYear(planned.targetOn)) : nothing;
  const dated = (date: string | undefined) => (date ? formats.dateWithYear(date) : nothing);
  const ended = stage.state === 'behind' ? lastEnded(stage.visits) : undefined;
  return (
    <tr>
      <th scope="row">
        {`${number}. ${stage.name[language]}`}
        <span className="under">{messages.locality.states[stage.state]}</span>
      </th>
      <td data-column={columns.first}>{written(planIn(first))}</td>
      <td data-column={columns.now}>{written(planIn(current))}</td>
      <td data-column={columns.opened}>{dated(firstOpened(stage.visits))}</td>
      <td data-column={columns.ended}>{dated(ended)}</td>
      <td data-column={columns.visits}>{formats.number(stage.visits.length)}</td>
    </tr>
  );
}
