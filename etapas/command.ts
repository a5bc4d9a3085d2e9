import type * as z from 'zod';
import type { Words } from '../words/es/command-line.ts';

export type OptionName = Exclude<keyof Words['options'], 'json' | 'lang'>;

/** How a program ends. */
export const exitCodes = {
  /** Done, and nothing is wrong. */
  done: 0,
  /** Done, and something was found that needs attention. */
  found: 1,
  /** What was typed is no command. */
  misuse: 2,
  /** It could not be done. */
  failed: 3,
} as const;

/** What a command comes to. */
export interface Outcome {
  found: boolean;
  /** What `--json` answers, beside how it ended. */
  answer: z.core.util.JSONType & object;
  /** What people read. */
  lines: string[];
}

/** One command: what it takes, and what it does. */
export interface Command {
  options: readonly OptionName[];
  /** @throws Misuse for options that cannot be used, Failure for what cannot be done */
  run(options: unknown, words: Words): Promise<Outcome>;
}

/** A command was not written right; it says which of the words of misuse tells so. */
export class Misuse extends Error {
  override readonly name = 'Misuse';
  readonly code: keyof Words['misuse'];
  readonly about: string;

  constructor(code: keyof Words['misuse'], about = '') {
    super(`${code} ${about}`);
    this.code = code;
    this.about = about;
  }
}

/** Something could not be done, for a reason that there are words for. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: keyof Words['failures'];
  readonly about: string;

  constructor(code: keyof Words['failures'], about: string) {
    super(`${code} ${about}`);
    this.code = code;
    this.about = about;
  }
}

/** A command whose options are parsed before it runs. */
export const command = <Options extends Partial<Record<OptionName, unknown>>>(
  options: readonly (OptionName & keyof Options)[],
  schema: z.ZodType<Options>,
  run: (options: Options, words: Words) => Promise<Outcome>,
): Command => ({
  options,
  run: async (typed, words) => {
    const read = schema.safeParse(typed);
    if (read.success) return run(read.data, words);
    throw new Misuse('badOption', String(read.error.issues[0]?.path[0] ?? ''));
  },
});
