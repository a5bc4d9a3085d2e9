import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const script = join(import.meta.dirname, '..', '..', 'local', 'install.mjs');
const lock = (version: string) => JSON.stringify({ packages: { '': {}, 'node_modules/zod': { version } } });

/** A project that wants zod 4, with npm's part played by a script that notes how it was called. */
function project(installed?: string) {
  const root = mkdtempSync(join(tmpdir(), 'etapas-install-'));
  mkdirSync(join(root, 'local'));
  mkdirSync(join(root, 'node_modules'));
  copyFileSync(script, join(root, 'local', 'install.mjs'));
  writeFileSync(join(root, 'package-lock.json'), lock('4'));
  if (installed) writeFileSync(join(root, 'node_modules', '.package-lock.json'), lock(installed));
  writeFileSync(
    join(root, 'npm.js'),
    `require('fs').writeFileSync('called', process.argv.slice(2).join(' '))`,
  );
  const install = () =>
    spawnSync(process.execPath, [join(root, 'local', 'install.mjs')], {
      cwd: root,
      env: { npm_execpath: join(root, 'npm.js') },
      encoding: 'utf8',
    });
  const called = () => (existsSync(join(root, 'called')) ? readFileSync(join(root, 'called'), 'utf8') : '');
  return { install, called, root };
}

test.each([
  ['nothing is installed', undefined],
  ['another version is installed', '3'],
])('when %s, npm installs what the lock says, told in one line', (_, installed) => {
  const { install, called } = project(installed);
  const { status, stdout } = install();
  expect(status).toBe(0);
  expect(stdout.trim().split('\n')).toEqual([expect.stringContaining('Installing packages')]);
  expect(called()).toMatch(/^ci /);
});

test('what is installed already is left alone, and not looked at twice', () => {
  const { install, called, root } = project('4');
  expect(install()).toMatchObject({ status: 0, stdout: '' });
  writeFileSync(join(root, 'node_modules', '.package-lock.json'), 'not looked at');
  expect(install()).toMatchObject({ status: 0, stdout: '' });
  expect(called()).toBe('');
});

test('a lock that has changed is installed', () => {
  const { install, called, root } = project('4');
  install();
  writeFileSync(join(root, 'package-lock.json'), lock('5'));
  install();
  expect(called()).toMatch(/^ci /);
});
