import { memo, useId, useState } from 'react';
import { Link } from 'wouter';
import { LocalityBadge } from '../components/badge.tsx';
import { addressOf as addressOfLocality } from '../locality/addresses.ts';
import { useTranslation } from '../words/use-translation.ts';
import { addressOf, everything } from './asked.ts';
import type { Entry, Programmes, Standing } from './entry.ts';
import { Gates } from './gates.tsx';
import { standingWord } from './standing-word.ts';
import './board.css';

type Programme = Programmes[number];

/** The stages of a programme side by side, with the localities that stand at each, the most urgent first. */
export const Board = memo(function Board({
  entries,
  programme,
}: {
  entries: readonly Entry[];
  programme?: Programme;
}) {
  const { language } = useTranslation();
  if (!programme) return null;
  const { stages } = programme;
  const known = new Set(stages.map(({ key }) => key));
  // A programme's earlier version may have had stages that it has no more.
  const former = new Map(
    entries.flatMap(({ stage }) => (stage && !known.has(stage.key) ? [[stage.key, stage.name]] : [])),
  );
  const columns = [
    ...stages.map(({ key, name }) => ({ key, name: name[language] })),
    ...[...former].map(([key, name]) => ({ key, name })),
  ];
  const opening = entries.filter(({ stage, locality }) => !stage && locality.status === 'active');
  return (
    <>
      <div className="board">
        {columns.map(({ key, name }, at) => (
          <Column
            key={key}
            name={`${at + 1}. ${name}`}
            entries={entries.filter(({ stage }) => stage?.key === key)}
          />
        ))}
      </div>
      <OffBoard entries={entries} opening={opening} programme={programme} />
    </>
  );
});

const step = 10;

function Column({ name, entries }: { name: string; entries: readonly Entry[] }) {
  const { messages, formats } = useTranslation();
  const heading = useId();
  const [most, setMost] = useState(step);
  const late = entries.filter(({ standing }) => standing === 'overdue').length;
  const left = entries.length - most;
  return (
    <section
      aria-labelledby={heading}
      className={entries.length === 0 ? 'board-column bare' : 'board-column'}
    >
      <div className="board-head">
        <h2 id={heading}>{name}</h2>
        <p className="soft">
          {entries.length === 0 ? messages.portfolio.boardNone : messages.portfolio.shown(entries.length)}
          {late > 0 && <span className="late"> {messages.portfolio.boardLate(late)}</span>}
        </p>
      </div>
      <div className="stack-close">
        <ul>
          {entries.slice(0, most).map((entry) => (
            <li key={entry.locality.id}>
              <Card entry={entry} />
            </li>
          ))}
        </ul>
        {left > 0 && (
          <button type="button" onClick={() => setMost(most + step)}>
            {messages.portfolio.more(formats.number(Math.min(left, step)))}
            <span className="unseen">: {name}</span>
          </button>
        )}
      </div>
    </section>
  );
}

function Card({ entry }: { entry: Entry }) {
  const { locality } = entry;
  return (
    <article className={entry.standing === 'overdue' ? 'place-card is-late' : 'place-card'}>
      <div className="place-head">
        <h3>
          <Link href={addressOfLocality(locality.id)}>{locality.name}</Link>
        </h3>
        <LocalityBadge locality={locality} />
      </div>
      <Gates entry={entry} />
    </article>
  );
}

const over: Standing[] = ['completed', 'closed'];

interface OffBoardProps {
  entries: readonly Entry[];
  opening: readonly Entry[];
  programme: Programme;
}

/** The localities that stand at no stage: on their way to one, or through with all. */
function OffBoard({ entries, opening, programme }: OffBoardProps) {
  const { messages } = useTranslation();
  const done = over
    .map((standing) => ({ standing, count: entries.filter((entry) => entry.standing === standing).length }))
    .filter(({ count }) => count > 0);
  if (opening.length === 0 && done.length === 0) return null;
  return (
    <section className="stack-close">
      <h2>{messages.portfolio.over}</h2>
      <ul className="off-board">
        {opening.map(({ locality }) => (
          <li key={locality.id}>
            <Link href={addressOfLocality(locality.id)}>{locality.name}</Link>
            <span className="soft"> {messages.portfolio.opening}</span>
          </li>
        ))}
        {done.map(({ standing, count }) => (
          <li key={standing}>
            <Link href={addressOf({ ...everything, view: 'table', programme: programme.id, standing })}>
              {standingWord(messages, standing)}: {messages.portfolio.shown(count)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
