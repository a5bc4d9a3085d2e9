import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { definitionDigest } from './locality-progress.ts';
import { readProgrammes } from './programmes.ts';

/**
 * Writes every programme version into `folder` as `programmes.json`, each with the digest of its workflow. Functions
 * read JSON: parsing YAML at every cold start would cost them a parser and its time.
 */
export function compileProgrammes(folder: string): void {
  const programmes = readProgrammes().map((programme) => ({
    ...programme,
    definition: definitionDigest(programme),
  }));
  writeFileSync(join(folder, 'programmes.json'), JSON.stringify(programmes));
}
