import type { DeployedProgramme } from '../domain/deployed.ts';
import { definitionDigest } from './locality-progress.ts';
import { readProgrammes } from './programmes.ts';

/** Every programme version as functions read it, with the digest of its workflow. */
export const compileProgrammes = (): DeployedProgramme[] =>
  readProgrammes().map((programme) => ({ ...programme, definition: definitionDigest(programme) }));
