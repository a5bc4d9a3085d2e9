import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { definitionDigest } from './locality-progress.ts';
import { readProgrammes } from './programmes.ts';

// Functions read JSON: parsing YAML at every cold start would cost them a parser and its time.
const [folder = '.'] = process.argv.slice(2);
const programmes = readProgrammes().map((programme) => ({
  ...programme,
  definition: definitionDigest(programme),
}));
writeFileSync(join(folder, 'programmes.json'), JSON.stringify(programmes));
