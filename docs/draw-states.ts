import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gateTransitions, localityTransitions } from '../domain/transitions.ts';

type Moves = Record<string, { by: string; from: readonly string[]; to: string; otherwise: string }>;

/** Identifiers of a Mermaid state diagram know no hyphens. */
const node = (state: string) => state.replaceAll('-', '_');

const arrows = (moves: Moves) =>
  Object.entries(moves).flatMap(([name, { by, from, to }]) =>
    from.map((state) => `  ${node(state)} --> ${node(to)}: ${name} (${by})`),
  );

const rows = (moves: Moves) =>
  Object.entries(moves).map(
    ([name, { by, from, to, otherwise }]) =>
      `| ${name} | ${by} | ${from.join(', ')} | ${to} | \`/problems/${otherwise}\` |`,
  );

const chapter = (title: string, initial: string, moves: Moves) => [
  `## ${title}`,
  '',
  '```mermaid',
  'stateDiagram-v2',
  `  [*] --> ${node(initial)}`,
  ...arrows(moves),
  '```',
  '',
  '| move | by | from | to | otherwise |',
  '|---|---|---|---|---|',
  ...rows(moves),
  '',
];

/** The states of localities and gates as a document, drawn from the tables of legal moves. */
export function drawStates(): string {
  return [
    '# States and legal moves',
    '',
    'Drawn from `domain/transitions.ts` by `npm run docs`; a test holds both together. A move asked for from any other state',
    'is refused with the problem named.',
    '',
    ...chapter('A locality', 'active', localityTransitions),
    ...chapter('A gate, within one visit', 'opening', gateTransitions),
    '`void-review` happens by itself when what a review would be decided on is changed: an activity, a survey, a ranking.',
    '`return` ends the visit: the gate it leads to is `opening` again, for a new visit. `hold` and `close` concern the',
    'whole locality and leave its gates as they stand.',
    '',
  ].join('\n');
}

if (import.meta.main) writeFileSync(join(import.meta.dirname, 'states.md'), drawStates());
