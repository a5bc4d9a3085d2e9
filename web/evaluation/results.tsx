import { Link } from 'wouter';
import type { Grouping } from '../../domain/evaluation/grouping.ts';
import { evaluationPicture } from '../../domain/evaluation/picture.ts';
import type { LocalityDetail } from '../api/types.ts';
import { download } from '../components/download.tsx';
import { Icon } from '../components/icon.tsx';
import { Notice } from '../components/notice.tsx';
import { addressOf } from '../locality/addresses.ts';
import { useTranslation } from '../words/use-translation.ts';
import { ComparisonTable } from './comparison-table.tsx';
import { EvaluationPicture } from './evaluation-picture.tsx';
import { useEvaluationWords, useFigureWords } from './figure-words.ts';
import type { Evaluation, Row } from './figures.ts';
import { GroupFigures } from './group-figures.tsx';
import { VerdictSign } from './verdict-sign.tsx';
import { writtenFigures } from './written-figures.ts';

interface ResultsProps {
  locality: LocalityDetail;
  evaluation: Evaluation;
  /** Whom the answers are told apart by. */
  by?: Grouping;
}

/** What the surveys say: in a sentence, as a picture, in figures, by groups. */
export function Results({ locality, evaluation, by }: ResultsProps) {
  const { messages } = useTranslation();
  const said = messages.evaluation;
  const { baseline, followUp, items } = evaluation;
  const isWhole = baseline !== undefined && followUp !== undefined;
  const isCompared = items.some(({ verdict }) => verdict !== 'not-comparable');
  return (
    <section className="stack" aria-labelledby="results">
      <h2 id="results">{isWhole ? said.results : said.resultsOne}</h2>
      {isWhole ? (
        <Summary rows={items} />
      ) : (
        <Notice tone="warning">
          <p>{said.onlyOne}</p>
        </Notice>
      )}
      <Groupings locality={locality.id} by={by} />
      {by ? (
        <GroupFigures rows={items} by={by} />
      ) : (
        <>
          {isWhole && isCompared && <Pictures place={locality.name} rows={items} />}
          <h3>{said.figures}</h3>
          <ComparisonTable rows={items} isWhole={isWhole} />
          <details>
            <summary>{said.columnHelp}</summary>
            <ul className="stack-close">
              {said.help.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </details>
        </>
      )}
      <Downloads locality={locality} rows={items} isCompared={isCompared} />
    </section>
  );
}

const verdicts = ['improved', 'worsened', 'no-detectable-change', 'not-comparable'] as const;

function Summary({ rows }: { rows: Row[] }) {
  const { messages } = useTranslation();
  return (
    <>
      <ul className="row verdicts">
        {verdicts.map((verdict) => {
          const count = rows.filter((row) => row.verdict === verdict).length;
          return (
            count > 0 && (
              <li key={verdict} className={`verdict ${verdict}`}>
                <VerdictSign verdict={verdict} />
                {messages.evaluation[verdict](count)}
              </li>
            )
          );
        })}
      </ul>
      <p className="soft">{messages.evaluation.noise}</p>
    </>
  );
}

const mostInOne = 6;

/** One picture or, of many questions, two that stand beside each other where there is room. */
function Pictures({ place, rows }: { place: string; rows: Row[] }) {
  const drawn = rows.filter(({ verdict }) => verdict !== 'not-comparable');
  const half = drawn.length > mostInOne ? Math.ceil(drawn.length / 2) : drawn.length;
  const parts = [drawn.slice(0, half), drawn.slice(half)].filter(({ length }) => length > 0);
  return (
    <div className="evaluation-pictures">
      {parts.map((part, at) => (
        <EvaluationPicture key={part[0]?.item} id={`evaluation-${at + 1}`} place={place} rows={part} />
      ))}
    </div>
  );
}

const groupings = ['all', 'sex', 'age'] as const;

/** The ways to look at the answers; each is an address. */
function Groupings({ locality, by = 'all' }: { locality: string; by?: Grouping | 'all' }) {
  const { messages } = useTranslation();
  const here = addressOf(locality, 'indicators');
  return (
    <nav className="groupings" aria-label={messages.evaluation.groupBy}>
      <ul>
        {groupings.map((one) => (
          <li key={one}>
            <Link
              href={one === 'all' ? here : `${here}?by=${one}`}
              aria-current={one === by ? 'true' : undefined}
            >
              {messages.evaluation.groupings[one]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface DownloadsProps {
  locality: LocalityDetail;
  rows: Row[];
  isCompared: boolean;
}

function Downloads({ locality: { id, name }, rows, isCompared }: DownloadsProps) {
  const translation = useTranslation();
  const { messages } = translation;
  const words = useFigureWords();
  const { incomparable } = useEvaluationWords();
  const saveCsv = async () =>
    download(await writtenFigures(rows, translation, { ...words, incomparable }), `${id}-evaluation.csv`);
  const saveSvg = () => {
    const svg = evaluationPicture('evaluation', name, rows, words);
    download(new Blob([svg], { type: 'image/svg+xml' }), `${id}-evaluation.svg`);
  };
  return (
    <div className="row">
      {isCompared && (
        <button type="button" onClick={saveSvg}>
          <Icon name="download" />
          {messages.evaluation.saveSvg}
        </button>
      )}
      <button type="button" onClick={() => void saveCsv()}>
        <Icon name="download" />
        {messages.evaluation.saveCsv}
      </button>
    </div>
  );
}
