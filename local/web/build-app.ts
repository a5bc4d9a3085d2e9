import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { cachedBuild } from '../cached-build.ts';

/** Everything that the app is made from. */
const sources = ['web', 'words', 'domain', 'package-lock.json', 'tsconfig.json'];

const vite = ['node_modules', 'vite', 'bin', 'vite.js'];

/** How the build stands to whatever else runs: somebody waits for it, or nobody does yet. */
export type Urgency = 'awaited' | 'in-background';

function runBuild(root: string, folder: string, urgency: Urgency): Promise<void> {
  const options = ['build', '--config', 'web/vite.config.ts', '--configLoader', 'native'];
  const child = spawn(
    process.execPath,
    [join(root, ...vite), ...options, '--outDir', folder, '--logLevel', 'warn'],
    {
      cwd: root,
      // Whatever started the machine: tests go by a name of their own there.
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  // The start of the machine goes before it: nobody looks at a page until that is done.
  if (urgency === 'in-background' && child.pid !== undefined)
    setPriority(child.pid, constants.priority.PRIORITY_LOW);
  const stop = () => void child.kill();
  process.once('exit', stop);
  const said: Buffer[] = [];
  child.stderr.on('data', (chunk) => said.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('exit', stop);
      if (code === 0) resolve();
      else reject(new Error(`the app cannot be built:\n${Buffer.concat(said)}`));
    });
  });
}

/**
 * The folder of the coordinators' app, built when its sources have changed since.
 * @param root the project's folder
 */
export const buildApp = (root: string, urgency: Urgency = 'in-background'): Promise<string> =>
  cachedBuild({
    root,
    sources,
    place: join('build', 'web'),
    prefix: 'app-',
    make: (folder) => runBuild(root, folder, urgency),
  });
