import { userInfo } from 'node:os';
import * as z from 'zod';
import { Conflict } from '../../domain/errors.ts';
import { untilCommitted } from '../../functions/runtime/retry.ts';
import { rotateKeys } from '../../store/link-key-rotation.ts';
import { linkKeyStore } from '../../store/link-keys.ts';
import type { Table } from '../../store/transaction.ts';
import { command, Failure } from '../command.ts';
import {
  InstallationOptions,
  installationOf,
  installationOptions,
  tableOf,
  timeOf,
} from '../installation.ts';

const Options = InstallationOptions.extend({
  by: z
    .string()
    .regex(/^[\w.@+-]{1,100}$/)
    .optional(),
  dropOlder: z.boolean().optional(),
});

const newestOf = async (table: Table): Promise<number> => (await linkKeyStore(table).all())[0]?.version ?? 0;

/**
 * `etapas keys rotate`: a new key signs links, and keys that no good link is left of are removed. Other work of the
 * municipality may come in between and is waited for; another rotation may not: one of two that are asked for at once is enough.
 */
export const rotate = command(
  [...installationOptions, 'by', 'dropOlder'],
  Options,
  async (options, words) => {
    const installation = await installationOf(options);
    const table = tableOf(installation);
    const now = await timeOf(installation);
    const before = await newestOf(table);
    const rotated = await untilCommitted(async () => {
      if ((await newestOf(table)) !== before) throw new Failure('rotatedMeanwhile', String(before + 1));
      return rotateKeys(table, {
        actor: options.by ?? userInfo().username,
        now,
        dropOlder: options.dropOlder,
      });
    }).catch((error: unknown) => {
      throw error instanceof Conflict ? new Failure('busy', '') : error;
    });
    const said = words.rotate;
    return {
      found: false,
      answer: rotated,
      lines: [
        said.signs(rotated.version),
        ...(rotated.kept.length > 0 ? [said.verify(rotated.kept.join(', '))] : []),
        ...(rotated.removed.length > 0
          ? [(options.dropOlder ? said.dropped : said.removed)(rotated.removed.join(', '))]
          : []),
        said.within,
      ],
    };
  },
);
