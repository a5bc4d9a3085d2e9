import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { deployedFile } from '../domain/deployed.ts';
import { type Version, type VersionKind, versionInWords } from '../functions/runtime/version-catalogue.ts';
import { localityStore } from '../store/localities.ts';
import { surveyStore } from '../store/surveys.ts';
import type { Table } from '../store/transaction.ts';
import type { FunctionSpec } from './assembly/specs.ts';
import { StartupError } from './startup-error.ts';

/** What the functions were made with, by kind; a kind that no function was given is not known. */
export type DeployedVersions = Partial<Record<VersionKind, Version[]>>;

/** Where a function finds each kind, beside its bundle, and where the file of a version belongs. */
const kinds: Record<VersionKind, { file: string; folder: string; use: [one: string, more: string] }> = {
  programme: {
    file: deployedFile('programmes'),
    folder: 'workflows/programmes',
    use: ['walks it', 'walk it'],
  },
  questionnaire: {
    file: deployedFile('questionnaires'),
    folder: 'workflows/questionnaires',
    use: ['needs it to read its surveys', 'need it to read their surveys'],
  },
};
const VersionKinds: VersionKind[] = ['programme', 'questionnaire'];
const Versions = z.array(z.object({ id: z.string(), version: z.number() }));
const atOnce = 50;

/** Reads what the functions of an assembly were given. */
export function versionsDeployed(functions: Pick<FunctionSpec, 'folder'>[]): DeployedVersions {
  const ofKind = (kind: VersionKind) => {
    const files = functions.map(({ folder }) => join(folder, kinds[kind].file)).filter(existsSync);
    return files[0] && Versions.parse(JSON.parse(readFileSync(files[0], 'utf8')));
  };
  return Object.fromEntries(VersionKinds.map((kind) => [kind, ofKind(kind) || undefined]));
}

interface InUse extends Version {
  kind: VersionKind;
  localities: Set<string>;
}

async function versionsInUse(table: Table): Promise<InUse[]> {
  const found = new Map<string, InUse>();
  const note = (kind: VersionKind, { id, version }: Version, locality: string) => {
    const name = versionInWords(kind, { id, version });
    const known = found.get(name) ?? { kind, id, version, localities: new Set() };
    found.set(name, known);
    known.localities.add(locality);
  };
  const ids: string[] = [];
  for await (const { id, programme } of localityStore(table).all()) {
    ids.push(id);
    note('programme', programme, id);
  }
  const surveys = surveyStore(table);
  for (let at = 0; at < ids.length; at += atOnce)
    for (const { locality, questionnaire } of await surveys.readBy(ids.slice(at, at + atOnce)))
      note('questionnaire', questionnaire, locality);
  return [...found.values()];
}

/**
 * Looks whether every version that the table's localities and surveys stand on is deployed.
 * @throws StartupError naming each that is missing, how many localities need it, and what to do
 */
export async function checkVersionsInUse(table: Table, deployed: DeployedVersions): Promise<void> {
  const missing = (await versionsInUse(table)).filter(
    ({ kind, id, version }) =>
      deployed[kind] && !deployed[kind].some((one) => one.id === id && one.version === version),
  );
  if (missing.length === 0) return;
  const each = missing.map(({ kind, id, version, localities }) => {
    const file = `${kinds[kind].folder}/${id}.v${version}.yaml`;
    const [one, more] = kinds[kind].use;
    const who =
      localities.size === 1
        ? `1 locality of the table ${one}`
        : `${localities.size} localities of the table ${more}`;
    return `${versionInWords(kind, { id, version })} is missing, and ${who}: bring ${file} back`;
  });
  throw new StartupError(`${each.join('; ')}. Or begin anew with --fresh, or elsewhere with --data`);
}
