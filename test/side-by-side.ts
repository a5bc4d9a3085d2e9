import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** What `npm run check` runs, all at once: each waits for one core most of the time. */
const checks = [
  'tsc --noEmit -p .',
  'tsc --noEmit -p web',
  'tsc --noEmit -p web/worker',
  'tsc --noEmit -p test/web',
  'biome check .',
  'knip --no-progress',
];

/** Runs one check to its end, and prints what it found in one piece. */
async function passes(check: string): Promise<boolean> {
  const [program = '', ...args] = check.split(' ');
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => void printed.push(chunk));
  await once(child, 'close');
  const passed = child.exitCode === 0;
  process.stdout.write(`${passed ? 'Passed' : 'FAILED'}: ${check}\n${Buffer.concat(printed)}`);
  return passed;
}

/** Runs every suite, or those that the arguments name. */
async function suitesPass(): Promise<boolean> {
  const child = spawn('vitest', ['run', ...process.argv.slice(2)], { stdio: 'inherit' });
  await once(child, 'close');
  return child.exitCode === 0;
}

/** `npm run check`: types, lint, and what nothing uses. `npm test`: the same beside the suites, whose figures come last. */
const checkOnly = process.argv.includes('--only');
const results = await Promise.all([...checks.map(passes), ...(checkOnly ? [] : [suitesPass()])]);
process.exitCode = results.every(Boolean) ? 0 : 1;
