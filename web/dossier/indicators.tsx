import { indicatorName } from '../../domain/evaluation/picture.ts';
import { wordsIn } from '../../domain/words/index.ts';
import { useAnswer } from '../api/queries.ts';
import type { LocalityDetail } from '../api/types.ts';
import { Estimate } from '../evaluation/comparison-table.tsx';
import { EvaluationPicture } from '../evaluation/evaluation-picture.tsx';
import { type Evaluation, figuresOf, type Row, type Survey } from '../evaluation/figures.ts';
import { VerdictSign } from '../evaluation/verdict-sign.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { useWords } from '../words/use-words.ts';
import { useDossierWords } from './words.ts';
import '../evaluation/evaluation.css';
import '../parts/record-table.css';

/** The surveys that were made, and what became of every indicator between them. */
export function Indicators({ locality }: { locality: LocalityDetail }) {
  const said = useDossierWords();
  const query = useAnswer('GET /api/localities/{id}/evaluation', { params: { id: locality.id } });
  return (
    <section className="stack-close">
      <h2>{said.indicators}</h2>
      <Loaded query={query}>
        {(evaluation) =>
          evaluation.baseline || evaluation.followUp ? (
            <Surveyed place={locality.name} evaluation={evaluation} />
          ) : (
            <p>{said.indicatorsNone}</p>
          )
        }
      </Loaded>
    </section>
  );
}

function Surveyed({ place, evaluation }: { place: string; evaluation: Evaluation }) {
  const { words } = useWords();
  const { baseline, followUp, items } = evaluation;
  const { columns } = words.evaluation;
  const isCompared = items.some(({ verdict }) => verdict !== 'not-comparable');
  return (
    <>
      <ul>
        <Wave name={words.evaluation.waves.baseline} survey={baseline} />
        <Wave name={words.evaluation.waves['follow-up']} survey={followUp} />
      </ul>
      {isCompared && <EvaluationPicture id="dossier" place={place} rows={items} />}
      <table className="record-table">
        <thead>
          <tr>
            <th scope="col">{columns.indicator}</th>
            <th scope="col">{columns.baseline}</th>
            <th scope="col">{columns.followUp}</th>
            <th scope="col">{columns.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((row) => (
            <IndicatorRow key={row.item} row={row} />
          ))}
        </tbody>
      </table>
      {isCompared && <p className="soft">{words.evaluation.noise}</p>}
    </>
  );
}

function Wave({ name, survey }: { name: string; survey?: Survey }) {
  const { words, formats } = useWords();
  const said = useDossierWords();
  const told = survey && [
    words.evaluation.respondents(survey.respondents),
    words.evaluation.importedBy(survey.importedBy, formats.dateWithYear(formats.dayOf(survey.importedAt))),
  ];
  return (
    <li>
      <strong>{name}:</strong> {told ? told.join('. ') : said.surveyNot}
    </li>
  );
}

function IndicatorRow({ row }: { row: Row }) {
  const speech = useWords();
  const said = useDossierWords();
  const { words, language } = speech;
  const { columns } = words.evaluation;
  const { verdicts, incomparable } = wordsIn(language);
  const { change, changeInterval } = figuresOf(row, speech);
  return (
    <tr>
      <th scope="row">
        {indicatorName(row, language)}
        <span className="under">{[row.code, row.unit[language]].join(' · ')}</span>
      </th>
      <td data-column={columns.baseline}>
        <Estimate row={row} measured={row.baseline} />
      </td>
      <td data-column={columns.followUp}>
        <Estimate row={row} measured={row.followUp} />
      </td>
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
