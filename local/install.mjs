// Installs the project's packages when they are missing or no longer those of package-lock.json. Runs before
// everything else, so it is plain JavaScript for any Node from 20 on and imports nothing that would be installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const mark = join(modules, '.etapas-lock');

const read = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

/** Whether npm's own record of what is installed holds every package of the lock, at its version. */
function isInstalled(lock) {
  const installed = read(join(modules, '.package-lock.json'));
  if (!installed) return false;
  const { packages } = JSON.parse(installed);
  return Object.entries(JSON.parse(lock).packages).every(
    ([path, wanted]) => path === '' || wanted.optional || packages[path]?.version === wanted.version,
  );
}

function install() {
  console.log('Installing packages (once, about a minute) …');
  // npm tells its scripts where it is; it is run by the same Node, whatever stands on the PATH.
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, error } = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
    : spawnSync('npm', args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status === 0) return;
  console.error(`The packages could not be installed${error ? `: ${error.message}` : ''}.`);
  process.exit(1);
}

const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
const wanted = createHash('sha256').update(lock).digest('hex');
if (read(mark) !== wanted) {
  if (!isInstalled(lock)) install();
  writeFileSync(mark, wanted);
}
