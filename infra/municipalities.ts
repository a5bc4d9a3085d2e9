import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { parse } from 'yaml';
import { Municipality } from '../domain/municipality.ts';

/** A municipality's file is missing or unusable; the message is one line for whoever runs the command. */
export class MunicipalityError extends Error {
  override readonly name = 'MunicipalityError';
}

const broken = (file: string, ...reasons: string[]) =>
  new MunicipalityError(`${relative('', file)}: ${reasons.join('; ')}`);

function readYaml(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (error) {
    // The parser draws the place below its first line.
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw broken(file, reason.replace(/:$/, ''));
  }
}

function readMunicipality(file: string): Municipality {
  const read = Municipality.safeParse(readYaml(file));
  if (!read.success)
    throw broken(file, ...read.error.issues.map(({ path, message }) => [...path, message].join(': ')));
  const id = basename(file, '.yaml');
  if (read.data.id !== id) throw broken(file, `id: must be "${id}", as the file is named`);
  return read.data;
}

/**
 * Every municipality of the folder, one `<id>.yaml` each, in alphabetical order.
 * @throws MunicipalityError naming the first file that does not fit the schema or its own name.
 */
export const readMunicipalities = (folder: string): Municipality[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => readMunicipality(join(folder, name)));

/**
 * The municipalities whose ids stand in `ids`, separated by commas; all of them without it.
 * @throws MunicipalityError for an id that has no file.
 */
export function chooseMunicipalities(all: Municipality[], ids?: string): Municipality[] {
  if (!ids) return all;
  const chosen = new Set(ids.split(',').map((id) => id.trim()));
  return [...chosen].map((id) => {
    const found = all.find((municipality) => municipality.id === id);
    if (!found)
      throw new MunicipalityError(`no municipality "${id}"; there are: ${all.map((m) => m.id).join(', ')}`);
    return found;
  });
}

/** The address of its own that a municipality may have, beside the one that it is deployed at. */
export const originOf = ({ publicUrl }: Municipality): string[] =>
  publicUrl ? [new URL(publicUrl).origin] : [];
