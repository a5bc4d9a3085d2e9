import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import { startRunner } from '../../../local/runner.ts';
import { juarez, root } from './juarez.ts';
import { startProfile } from './profile.ts';

/**
 * `npm start -- --empty` for a benchmark: the same runner on the same stacks, in a folder of its own. The process that
 * started it asks for a profile by messages, and ends it by hanging up.
 */

process.env.TZ = 'UTC';
const [, , folder = '', readable = ''] = process.argv;

async function assembly(): Promise<string> {
  const made = join(folder, 'assembly');
  const program = join(import.meta.dirname, 'assemble.ts');
  await promisify(execFile)(process.execPath, [program, made, readable], { cwd: root });
  return made;
}

const runner = await startRunner({
  port: 0,
  dataFolder: join(folder, 'data'),
  municipality: juarez,
  assembly,
  failed: (line) => console.error(line),
});

const Asked = z.discriminatedUnion('ask', [
  z.object({ ask: z.literal('profile') }),
  z.object({ ask: z.literal('profiled'), folder: z.string() }),
]);
let profile: Awaited<ReturnType<typeof startProfile>> | undefined;
process.on('message', async (message) => {
  const asked = Asked.parse(message);
  if (asked.ask === 'profile') {
    profile = await startProfile();
    process.send?.({ profiling: true });
  } else process.send?.({ threads: await profile?.stop(asked.folder) });
});
process.once('disconnect', async () => {
  await runner.stop();
  process.exit(0);
});
process.send?.({ url: runner.url });
