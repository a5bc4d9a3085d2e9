import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { messageOf, Refusal } from './refusal.ts';

/** Everything that the assembly is made from. */
const sources = [
  'infra',
  'functions',
  'workflows',
  'domain',
  'store',
  'emails',
  'municipalities',
  'cdk.json',
  'package-lock.json',
];
const keptAssemblies = 3;

const CdkSettings = z.object({ context: z.record(z.string(), z.unknown()).default({}) });

function* filesIn(path: string): Generator<string> {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) yield path;
  else for (const entry of readdirSync(path).sort()) yield* filesIn(join(path, entry));
}

function hashOf(root: string): string {
  const hash = createHash('sha256').update(process.version);
  for (const source of sources)
    for (const file of filesIn(join(root, source)))
      hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

/** Runs the CDK app as its command line would: the folder for the assembly and the context come by environment. */
function runApp(
  root: string,
  folder: string,
  municipality: string,
): Promise<{ code: number; output: string }> {
  const settings = join(root, 'cdk.json');
  const { context } = CdkSettings.parse(
    existsSync(settings) ? JSON.parse(readFileSync(settings, 'utf8')) : {},
  );
  const child = spawn(process.execPath, [join(root, 'infra', 'app.ts')], {
    cwd: root,
    env: {
      ...process.env,
      CDK_OUTDIR: folder,
      CDK_CONTEXT_JSON: JSON.stringify({ ...context, municipality }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk) => chunks.push(chunk));
  child.stderr.on('data', (chunk) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() }));
  });
}

/** The line of a failed run that says most. */
function reasonIn(output: string): string {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length <= 3) return lines.join(' ');
  return (
    lines.find((line) => /error|cannot|must|invalid/i.test(line) && !line.startsWith('at ')) ?? lines[0] ?? ''
  );
}

/** Leaves the newest assemblies: another runner may still be reading the one before. */
function clean(kept: string, prefix: string) {
  const age = (name: string) => statSync(join(kept, name)).mtimeMs;
  const old = readdirSync(kept)
    .filter((name) => name.startsWith(prefix))
    .sort((a, b) => age(b) - age(a))
    .slice(keptAssemblies);
  for (const name of old) rmSync(join(kept, name), { recursive: true, force: true });
}

/**
 * The folder of the cloud assembly of a municipality's stacks, synthesized when the sources have changed since.
 * @param root the project's folder
 * @param progress told before the work begins
 * @throws Refusal with the reason why it cannot be synthesized
 */
export async function synthesize(
  root: string,
  municipality: string,
  progress: (line: string) => void,
): Promise<string> {
  const kept = join(root, 'cdk.out');
  const prefix = `local-${municipality}-`;
  const folder = join(kept, prefix + hashOf(root));
  if (existsSync(folder)) return folder;

  progress('Synthesizing the cloud assembly …');
  const making = `${kept}/making-${municipality}-${process.pid}`;
  try {
    mkdirSync(making, { recursive: true });
    const { code, output } = await runApp(root, making, municipality);
    if (code !== 0) {
      const log = join(kept, 'synthesis.log');
      writeFileSync(log, output);
      throw new Refusal(`${reasonIn(output)} (the CDK app failed; ${log} tells all)`);
    }
    renameSync(making, folder);
  } catch (error) {
    // Another runner with the same sources was faster.
    if (existsSync(folder)) return folder;
    throw error instanceof Refusal
      ? error
      : new Refusal(`the cloud assembly cannot be synthesized: ${messageOf(error)}`);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
  clean(kept, prefix);
  return folder;
}
