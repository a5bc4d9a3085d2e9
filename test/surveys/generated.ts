import { columnsOf } from '../../domain/evaluation/questionnaire.ts';
import { convivencia } from '../support/questionnaires.ts';

/** Numbers from 0 to 1 that are the same at every run (mulberry32, public domain, Tommy Ettinger). */
function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A survey by the standard questionnaire, with weights, strata and 200 clusters: so many rows, in pieces of a file. */
export function* generatedSurvey(rows: number, seed = 1): Generator<Buffer> {
  const draw = draws(seed);
  const whole = (from: number, to: number) => from + Math.floor(draw() * (to - from + 1));
  const cells = convivencia.items.map((item) => {
    const codes = 'answers' in item ? item.answers.map(({ codes: [code] }) => code) : [];
    return () => {
      if (draw() < 0.03) return '';
      return 'answers' in item ? codes[whole(0, codes.length - 1)] : String(whole(0, 40));
    };
  });
  let piece = `${columnsOf(convivencia).join(',')}\r\n`;
  for (let row = 0; row < rows; row += 1) {
    const cluster = whole(1, 200);
    const sample = [whole(50, 150) / 100, cluster % 8, cluster, whole(1, 2), whole(18, 90)];
    piece += `${[...sample, ...cells.map((cell) => cell())].join(',')}\r\n`;
    if (piece.length > 64_000) {
      yield Buffer.from(piece);
      piece = '';
    }
  }
  yield Buffer.from(piece);
}

/** The same as it would come in. */
export async function* arriving(pieces: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* pieces;
}
