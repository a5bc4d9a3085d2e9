import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseMunicipalities, MunicipalityError, readMunicipalities } from '../../infra/municipalities.ts';

const root = join(import.meta.dirname, '..', '..');
const example = join(root, 'municipalities', 'juarez.yaml');

describe('the folder of municipalities', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'municipalities-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const written = (name: string, change: (text: string) => string) =>
    writeFileSync(join(folder, name), change(readFileSync(example, 'utf8')));
  const complaint = () => {
    try {
      readMunicipalities(folder);
    } catch (error) {
      if (error instanceof MunicipalityError) return error.message;
    }
    return 'none';
  };

  it('gives every municipality in alphabetical order, with what its file leaves out', () => {
    written('leon.yaml', (text) => text.replace('id: juarez', 'id: leon').replace(/^profile.*\n/m, ''));
    copyFileSync(example, join(folder, 'juarez.yaml'));
    const all = readMunicipalities(folder);
    expect(all.map(({ id }) => id)).toEqual(['juarez', 'leon']);
    expect(all[1]?.profile).toBe('standard');
  });

  it.each([
    ['a value of the wrong kind', 'inegiCode: "08037"', 'inegiCode: 8037', /leon\.yaml: inegiCode: .*string/],
    [
      'a value out of range',
      'inegiCode: "08037"',
      'inegiCode: "837"',
      /leon\.yaml: inegiCode: must be the five digits/,
    ],
    ['a value within a list', '[direccion@juarez.example]', '["a b"]', /leon\.yaml: approvers: 0: /],
    ['a missing value', 'mailRegion: us-east-1\n', '', /leon\.yaml: mailRegion: /],
    ['an unknown key', 'fourEyes:', 'foureyes:', /leon\.yaml: .*foureyes/],
    [
      'text that is no YAML',
      'name: Ciudad Juárez',
      'name: [Ciudad',
      /leon\.yaml: .* at line \d+, column \d+$/,
    ],
    ['an id that is not its name', 'id: leon', 'id: silao', /leon\.yaml: id: must be "leon"/],
  ])(
    'is refused for %s, in one line that names the file, the place and the reason',
    (_, found, replaced, line) => {
      written('leon.yaml', (text) => text.replace('id: juarez', 'id: leon').replace(found, replaced));
      expect(complaint()).toMatch(line);
      expect(complaint()).not.toContain('\n');
    },
  );
});

describe('the choice of municipalities', () => {
  const [juarez] = readMunicipalities(join(root, 'municipalities'));
  const all = juarez ? [juarez, { ...juarez, id: 'leon' }, { ...juarez, id: 'silao' }] : [];
  const chosen = (ids?: string) => chooseMunicipalities(all, ids).map(({ id }) => id);

  it('is all of them, or those named', () => {
    expect(chosen()).toEqual(['juarez', 'leon', 'silao']);
    expect(chosen('silao, juarez,silao')).toEqual(['silao', 'juarez']);
  });

  it('ends the app with one line and an exit code when it names one that is not there', () => {
    const { status, stderr } = spawnSync(process.execPath, ['infra/app.ts'], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, CDK_CONTEXT_JSON: JSON.stringify({ municipality: 'nowhere' }) },
    });
    expect(stderr).toMatch(/^no municipality "nowhere"; there are: .*juarez.*\n$/);
    expect(status).toBe(1);
  });
});
