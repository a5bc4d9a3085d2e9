import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { messageOf, StartupError } from './startup-error.ts';

const notPort = 'must be a port from 0 to 65535';

/** What `npm start -- …` takes; `npm run dev -- …` is the same with `dev`. */
const Options = z.object({
  port: z
    .string()
    .regex(/^\d{1,5}$/, notPort)
    .transform(Number)
    .pipe(z.number().max(65535, notPort))
    .default(4600),
  data: z
    .string()
    .min(1)
    .default('.etapas')
    .transform((folder) => resolve(folder)),
  fresh: z.boolean().default(false),
  empty: z.boolean().default(false),
  dev: z.boolean().default(false),
  municipality: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/, 'must be the name of a file in municipalities/')
    .default('juarez'),
});
export type Options = z.infer<typeof Options>;

function readArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        fresh: { type: 'boolean' },
        empty: { type: 'boolean' },
        dev: { type: 'boolean' },
        municipality: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new StartupError(messageOf(error).split('. ')[0]);
  }
}

/** @throws StartupError naming the option that cannot be used */
export function readOptions(args: string[]): Options {
  const read = Options.safeParse(readArguments(args));
  if (read.success) return read.data;
  throw new StartupError(
    read.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`).join('; '),
  );
}
