import { indicatorName } from '../../domain/evaluation/picture.ts';
import { useApiQuery } from '../api/queries.ts';
import type { LocalityDetail } from '../api/types.ts';
import { QueryBoundary } from '../components/query-boundary.tsx';
import { FigureCells, FigureHeads } from '../evaluation/comparison-table.tsx';
import { EvaluationPicture } from '../evaluation/evaluation-picture.tsx';
import { useEvaluationWords, useFigureWords } from '../evaluation/figure-words.ts';
import { type Evaluation, figuresOf, type Row, type Survey } from '../evaluation/figures.ts';
import { VerdictSign } from '../evaluation/verdict-sign.tsx';
import { useTranslation } from '../words/use-translation.ts';
import { useDossierWords } from './words.ts';
import '../evaluation/evaluation.css';
import '../components/record-table.css';

/** The surveys that were made, and what became of every indicator between them. */
export function Indicators({ locality }: { locality: LocalityDetail }) {
  const said = useDossierWords();
  const query = useApiQuery('GET /api/localities/{id}/evaluation', { params: { id: locality.id } });
  return (
    <section className="stack-close">
      <h2>{said.indicators}</h2>
      <QueryBoundary query={query}>
        {(evaluation) =>
          evaluation.baseline || evaluation.followUp ? (
            <Surveyed place={locality.name} evaluation={evaluation} />
          ) : (
            <p>{said.indicatorsNone}</p>
          )
        }
      </QueryBoundary>
    </section>
  );
}

function Surveyed({ place, evaluation }: { place: string; evaluation: Evaluation }) {
  const { messages } = useTranslation();
  const { baseline, followUp, items } = evaluation;
  const { columns } = messages.evaluation;
  const isCompared = items.some(({ verdict }) => verdict !== 'not-comparable');
  return (
    <>
      <ul>
        <Wave name={messages.evaluation.waves.baseline} survey={baseline} />
        <Wave name={messages.evaluation.waves['follow-up']} survey={followUp} />
      </ul>
      {isCompared && <EvaluationPicture id="dossier" place={place} rows={items} />}
      <table className="record-table">
        <thead>
          <tr>
            <FigureHeads />
            <th scope="col">{columns.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((row) => (
            <IndicatorRow key={row.item} row={row} />
          ))}
        </tbody>
      </table>
      {isCompared && <p className="soft">{messages.evaluation.noise}</p>}
    </>
  );
}

function Wave({ name, survey }: { name: string; survey?: Survey }) {
  const { messages, formats } = useTranslation();
  const said = useDossierWords();
  const told = survey && [
    messages.evaluation.respondents(survey.respondents),
    messages.evaluation.importedBy(survey.importedBy, formats.dateWithYear(formats.dayOf(survey.importedAt))),
  ];
  return (
    <li>
      <strong>{name}:</strong> {told ? told.join('. ') : said.surveyNot}
    </li>
  );
}

function IndicatorRow({ row }: { row: Row }) {
  const translation = useTranslation();
  const said = useDossierWords();
  const { messages, language } = translation;
  const { columns } = messages.evaluation;
  const { verdicts, incomparable } = useEvaluationWords();
  const words = useFigureWords();
  const { change, changeInterval } = figuresOf(row, translation);
  return (
    <tr>
      <th scope="row">
        {indicatorName(row, words)}
        <span className="under">{[row.code, row.unit[language]].join(' · ')}</span>
      </th>
      <FigureCells row={row} />
      <td data-column={columns.verdict}>
        <span className={`verdict ${row.verdict}`}>
          <VerdictSign verdict={row.verdict} />
          {verdicts[row.verdict]}
        </span>
        <span className="under">
          {row.verdict === 'not-comparable'
            ? incomparable[row.reason]
            : said.difference(change(row.difference), changeInterval(row))}
        </span>
      </td>
    </tr>
  );
}
