import { policies } from '../../domain/policies.ts';
import { largestFile } from '../tabular/limits.ts';
import { fileTypes } from '../tabular/read-file.ts';
import { File } from './representations.ts';
import { noInput } from './route.ts';

/** What is the same of every route that reads a file of places for a ranking, and keeps nothing of it. */
export const placesFile = {
  policy: policies.ranking.prepare,
  params: noInput,
  query: noInput,
  body: File,
  consumes: { types: fileTypes, largest: largestFile },
  problems: ['body-too-large', 'unsupported-media-type'],
} as const;
