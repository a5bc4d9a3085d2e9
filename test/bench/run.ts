import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { startDynamoDb } from '../support/dynamodb-server.ts';
import { age } from './age.ts';
import { lighthouseFigures, screens } from './app.ts';
import { coldStart } from './cold-start.ts';
import { digests } from './digests.ts';
import { gates } from './gates.ts';
import { type Group, keeps, type Options, ratioOf } from './group.ts';
import { imports } from './imports.ts';
import { lifecycle } from './lifecycle.ts';
import { mailbox } from './mailbox.ts';
import { lineOf, type Measured, markdownOf } from './present.ts';
import { reads } from './reads.ts';
import { start } from './start.ts';
import { surveys } from './surveys.ts';
import { sweeps } from './sweep.ts';
import { web } from './web.ts';
import { work } from './work.ts';
import { years } from './years.ts';

/** What can be measured, each by itself; `npm run bench -- age sweep` does these two. */
const groups: Record<string, Group> = {
  gates,
  imports,
  digests,
  mailbox,
  reads,
  age,
  sweep: sweeps,
  lifecycle,
  years,
  'cold-start': coldStart,
  start,
  web,
  screens,
  lighthouse: lighthouseFigures,
  surveys,
  work,
};

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'build', 'bench');
const at = new Date().toISOString();

const { positionals: asked, values } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: 'string' },
    profile: { type: 'boolean', default: false },
    markdown: { type: 'string' },
    json: { type: 'string', default: join(folder, `${at.replaceAll(':', '-')}.json`) },
  },
});
const unknown = asked.filter((name) => !(name in groups));
if (unknown.length > 0) {
  console.error(`no benchmark ${unknown.join(', ')}; there are ${Object.keys(groups).join(', ')}`);
  process.exit(1);
}

const options: Options = { sizes: values.sizes?.split(',').map(Number), profile: values.profile, folder };
const measured: Measured[] = [];

const documentOf = ({ processors, processor, memory, node }: ReturnType<typeof machineOf>) =>
  `# Figures of the benchmarks

Written by \`npm run bench -- --markdown <this file>\` on ${at.slice(0, 10)}: ${processors} cores of ${processor}, ${Math.round(memory / 1e9)} GB, Node ${node}.
What they say and what they do not is in [benchmarks.md](benchmarks.md).

${markdownOf(measured)}`;

function machineOf() {
  const [processor] = cpus();
  return {
    processors: availableParallelism(),
    processor: processor?.model.trim(),
    memory: totalmem(),
    node: process.version,
  };
}

/** Writes what was measured so far: a group that fails takes nothing with it. */
function keep(): void {
  const machine = machineOf();
  const told = measured.map(({ rows, ...group }) => ({
    ...group,
    rows: rows.map((row) => ({ ...row, ratio: ratioOf(row), kept: keeps(row) })),
  }));
  mkdirSync(dirname(values.json), { recursive: true });
  writeFileSync(values.json, `${JSON.stringify({ at, machine, groups: told }, null, 2)}\n`);
  if (values.markdown) writeFileSync(values.markdown, documentOf(machine));
}

const server = await startDynamoDb();
try {
  process.env.DYNAMODB_ENDPOINT = server.endpoint;
  for (const [group, { what, measure }] of Object.entries(groups)) {
    if (asked.length > 0 && !asked.includes(group)) continue;
    const began = performance.now();
    try {
      const rows = await measure(options);
      const seconds = (performance.now() - began) / 1_000;
      measured.push({ group, what, seconds, rows });
      console.log(`${group}: ${what} (${Math.round(seconds)} s)`);
      console.table(Object.fromEntries(rows.map((row) => [row.name, lineOf(row)])));
    } catch (error) {
      console.error(`${group} was not measured:`, error);
      process.exitCode = 1;
    }
    keep();
  }
  console.log(`Kept in ${values.json}`);
} finally {
  server.stop();
}
