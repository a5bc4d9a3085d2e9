import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { cachedBuild } from './cached-build.ts';
import { messageOf, StartupError } from './startup-error.ts';

/** Everything that the assembly is made from. */
const sources = [
  'infra',
  'functions',
  'workflows',
  'domain',
  'store',
  'emails',
  'words',
  'municipalities',
  'cdk.json',
  'package-lock.json',
];
const CdkSettings = z.object({ context: z.record(z.string(), z.unknown()).default({}) });

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
  const place = 'cdk.out';
  const make = async (folder: string) => {
    progress('Synthesizing the cloud assembly …');
    const { code, output } = await runApp(root, folder, municipality);
    if (code === 0) return;
    const log = join(root, place, 'synthesis.log');
    writeFileSync(log, output);
    throw new StartupError(`${reasonIn(output)} (the CDK app failed; ${log} tells all)`);
  };
  try {
    return await cachedBuild({ root, sources, place, prefix: `local-${municipality}-`, make });
  } catch (error) {
    throw error instanceof StartupError
      ? error
      : new StartupError(`the cloud assembly cannot be synthesized: ${messageOf(error)}`);
  }
}
