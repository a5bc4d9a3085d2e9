import { cpSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { readMunicipalities } from '../../../infra/municipalities.ts';
import { startRunner } from '../../../local/runner.ts';
import { synthesize } from '../../../local/synthesis.ts';
import { startProfile } from './profile.ts';

/**
 * `npm start -- --empty` for a benchmark: the same runner on the same assembly, in a folder of its own, whose
 * municipality may send as many mails a day as it likes; else a wave would stop at the thousandth. The process
 * that started it asks for a profile by messages, and ends it by hanging up.
 */

const root = join(import.meta.dirname, '..', '..', '..');
process.env.TZ = 'UTC';

const [, , folder = ''] = process.argv;
const plenty = 1_000_000;

/** A copy of the assembly with another daily cap, wherever in it the settings are written. */
async function roomyAssembly(dailyCap: number): Promise<string> {
  const copy = join(folder, 'assembly');
  cpSync(await synthesize(root, 'juarez', () => {}), copy, { recursive: true });
  let changed = 0;
  const setting = new RegExp(`(dailyCap\\\\*"\\s*:\\s*)${dailyCap}\\b`, 'g');
  for (const file of globSync('**/*.json', { cwd: copy })) {
    const text = readFileSync(join(copy, file), 'utf8');
    const roomy = text.replace(setting, `$1${plenty}`);
    if (roomy === text) continue;
    changed += 1;
    writeFileSync(join(copy, file), roomy);
  }
  if (changed === 0) throw new Error('no daily cap was found in the assembly');
  return copy;
}

const municipality = readMunicipalities(join(root, 'municipalities')).find(({ id }) => id === 'juarez');
if (!municipality) throw new Error('there is no municipality juarez');
const { mail } = municipality;
const runner = await startRunner({
  port: 0,
  dataFolder: join(folder, 'data'),
  municipality: { ...municipality, mail: { ...mail, dailyCap: plenty } },
  assembly: () => roomyAssembly(mail.dailyCap),
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
