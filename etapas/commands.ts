import type { Words } from '../words/es/command-line.ts';
import type { Command } from './command.ts';
import { rotate } from './commands/keys-rotate.ts';
import { verify } from './commands/verify.ts';

/** Every command, by the words that it is called by; the catalogues say what each does. */
export const commands: Record<keyof Words['commands'], Command> = {
  verify,
  'keys rotate': rotate,
};
