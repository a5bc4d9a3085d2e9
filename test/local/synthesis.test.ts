import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { readOptions } from '../../local/options.ts';
import { StartupError } from '../../local/startup-error.ts';
import { synthesize } from '../../local/synthesis.ts';

/** A project whose CDK app writes down what it was given. */
function project(app = '') {
  const root = mkdtempSync(join(tmpdir(), 'etapas-synthesis-'));
  for (const folder of ['infra', 'domain', 'web']) mkdirSync(join(root, folder));
  writeFileSync(
    join(root, 'cdk.json'),
    JSON.stringify({ app: 'node infra/app.ts', context: { flag: true } }),
  );
  writeFileSync(
    join(root, 'infra', 'app.ts'),
    `${app}
    require('node:fs').writeFileSync(process.env.CDK_OUTDIR + '/given.json', process.env.CDK_CONTEXT_JSON);`,
  );
  const progress = vi.fn();
  return { root, progress, run: () => synthesize(root, 'juarez', progress) };
}

test('the CDK app is run with the context of cdk.json and the municipality', async () => {
  const folder = await project().run();
  expect(JSON.parse(readFileSync(join(folder, 'given.json'), 'utf8'))).toEqual({
    flag: true,
    municipality: 'juarez',
  });
});

test('an assembly is kept until its sources change', async () => {
  const { root, progress, run } = project();
  const first = await run();
  expect(await run()).toBe(first);
  writeFileSync(join(root, 'web', 'page.ts'), 'not a source of it');
  expect(await run()).toBe(first);
  expect(progress).toHaveBeenCalledOnce();
  writeFileSync(join(root, 'domain', 'rule.ts'), 'new');
  expect(await run()).not.toBe(first);
});

test('two runners that synthesize at once get the same assembly', async () => {
  const { run } = project();
  const [one, two] = await Promise.all([run(), run()]);
  expect(one).toBe(two);
});

test('why the app fails is told in one line', async () => {
  const { run } = project("console.error('municipalities/x.yaml: timeZone: must be one'); process.exit(1);");
  await expect(run()).rejects.toThrow(StartupError);
  await expect(run()).rejects.toThrow(/^municipalities\/x.yaml: timeZone: must be one \(/);
});

test('options have the defaults of the contract', () => {
  expect(readOptions([])).toEqual({
    port: 4600,
    data: join(process.cwd(), '.etapas'),
    fresh: false,
    empty: false,
    dev: false,
    municipality: 'juarez',
  });
  expect(
    readOptions(['--port', '0', '--data', '/x', '--fresh', '--empty', '--municipality', 'leon']),
  ).toEqual({
    port: 0,
    data: '/x',
    fresh: true,
    empty: true,
    dev: false,
    municipality: 'leon',
  });
});
