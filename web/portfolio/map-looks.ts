import type { Language } from '../../domain/language-list.ts';
import type { Words } from '../../words/es/app/index.ts';
import type { Asked } from './asked.ts';
import { type Entry, type Programmes, type Standing, standings } from './entry.ts';
import { standingWord } from './standing-word.ts';

/** How a locality looks on the map: a colour, and the sign that says the same without it. */
export interface Look {
  /** Names its colour in the style sheet: `--map-stage-3`. */
  colour: string;
  sign: string;
  name: string;
}

const signs: Record<Standing, string> = {
  overdue: '!',
  'due-soon': '◷',
  'on-track': '✓',
  'on-hold': '‖',
  completed: '★',
  closed: '×',
};

/** Stages beyond these share the last colour; their numbers still tell them apart. */
const stageColours = 8;

interface LooksAsked {
  by: Asked['colours'];
  programmes: Programmes;
  messages: Words;
  language: Language;
}

/** The looks that there are, in their order, and which of them an entry has. */
export function looksOf({ by, programmes, messages, language }: LooksAsked) {
  if (by === 'standing') {
    const looks = new Map<Standing, Look>(
      standings.map((standing) => [
        standing,
        { colour: standing, sign: signs[standing], name: standingWord(messages, standing) },
      ]),
    );
    return { looks: [...looks.values()], lookOf: ({ standing }: Entry) => looks.get(standing) };
  }
  const [only, ...more] = programmes;
  const count = Math.max(0, ...programmes.map(({ stages }) => stages.length));
  const nameOf = (at: number) =>
    (more.length === 0 && only?.stages[at]?.name[language]) || messages.territories.stageAt(String(at + 1));
  const looks = Array.from({ length: count }, (_, at) => ({
    colour: `stage-${Math.min(at + 1, stageColours)}`,
    sign: String(at + 1),
    name: nameOf(at),
  }));
  const nowhere: Look = { colour: 'none', sign: '–', name: messages.territories.noStage };
  return {
    looks: [...looks, nowhere],
    lookOf: ({ stage }: Entry) => (stage && looks[stage.at]) ?? nowhere,
  };
}
