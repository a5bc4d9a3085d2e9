import { indicatorName } from '../../domain/evaluation/picture.ts';
import { useTranslation } from '../words/use-translation.ts';
import { useEvaluationWords, useFigureWords } from './figure-words.ts';
import { type Compared, figuresOf, type Measured, probability, type Row } from './figures.ts';
import { VerdictSign } from './verdict-sign.tsx';

interface ComparisonTableProps {
  rows: Row[];
  /** Whether there are two surveys; with one there is nothing to compare. */
  isWhole: boolean;
}

/** Every question with its figures; on a narrow screen each is a card of its own. */
export function ComparisonTable({ rows, isWhole }: ComparisonTableProps) {
  const { messages } = useTranslation();
  const { columns } = messages.evaluation;
  return (
    <table className="figures-table cards">
      <thead>
        <tr>
          <FigureHeads />
          {isWhole && (
            <>
              <th scope="col">{columns.difference}</th>
              <th scope="col">{columns.adjustedP}</th>
              <th scope="col">{columns.detectable}</th>
              <th scope="col">{columns.verdict}</th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.item}>
            <IndicatorCell row={row} />
            <FigureCells row={row} />
            {isWhole && <ResultCells row={row} />}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The headings of what is asked, and of both surveys. */
export function FigureHeads() {
  const { columns } = useTranslation().messages.evaluation;
  return (
    <>
      <th scope="col">{columns.indicator}</th>
      <th scope="col">{columns.baseline}</th>
      <th scope="col">{columns.followUp}</th>
    </>
  );
}

/** The figures of both surveys. */
export function FigureCells({ row }: { row: Row }) {
  const { columns } = useTranslation().messages.evaluation;
  return (
    <>
      <td data-column={columns.baseline}>
        <Estimate row={row} measured={row.baseline} />
      </td>
      <td data-column={columns.followUp}>
        <Estimate row={row} measured={row.followUp} />
      </td>
    </>
  );
}

function IndicatorCell({ row }: { row: Row }) {
  const { messages, language } = useTranslation();
  const words = useFigureWords();
  return (
    <th scope="row">
      {indicatorName(row, words)}
      <span className="under">
        {[row.code, row.unit[language], messages.evaluation.direction[row.direction]].join(' · ')}
      </span>
    </th>
  );
}

/** A figure with its interval, and how many answers it is made from. */
export function Estimate({ row, measured }: { row: Pick<Row, 'kind'>; measured?: Measured }) {
  const translation = useTranslation();
  const { messages, formats } = translation;
  if (!measured) return <span className="soft">{messages.evaluation.noFigure}</span>;
  const { whole, interval } = figuresOf(row, translation);
  const { n, designEffect } = measured;
  const effect =
    designEffect === undefined
      ? ''
      : ` · ${messages.evaluation.designEffect(formats.number(Math.round(designEffect * 100) / 100))}`;
  return (
    <>
      <strong>{whole(measured.estimate)}</strong>
      <span className="under">{interval(measured)}</span>
      <span className="under">
        {messages.evaluation.n(formats.number(n))}
        {effect}
      </span>
    </>
  );
}

function ResultCells({ row }: { row: Row }) {
  const { messages } = useTranslation();
  const { columns } = messages.evaluation;
  const { verdicts, incomparable } = useEvaluationWords();
  const isCompared = row.verdict !== 'not-comparable';
  return (
    <>
      {isCompared ? <ChangeCells row={row} /> : <NoChangeCells />}
      <td data-column={columns.verdict}>
        <span className={`verdict ${row.verdict}`}>
          <VerdictSign verdict={row.verdict} />
          {verdicts[row.verdict]}
        </span>
        {!isCompared && <span className="under">{incomparable[row.reason]}</span>}
      </td>
    </>
  );
}

function ChangeCells({ row }: { row: Compared }) {
  const translation = useTranslation();
  const { columns, noFigure } = translation.messages.evaluation;
  const { change, changeInterval, size } = figuresOf(row, translation);
  return (
    <>
      <td data-column={columns.difference}>
        {change(row.difference)}
        <span className="under">{changeInterval(row)}</span>
      </td>
      <td data-column={columns.adjustedP}>{probability(row.adjustedP, translation)}</td>
      <td data-column={columns.detectable}>
        {row.detectable === undefined ? <span className="soft">{noFigure}</span> : size(row.detectable)}
      </td>
    </>
  );
}

/** A dash on a wide screen; on a narrow one there is nothing to say. */
const NoChangeCells = () =>
  ['difference', 'p', 'detectable'].map((column) => (
    <td key={column} className="nothing">
      —
    </td>
  ));
