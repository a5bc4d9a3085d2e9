import { catalogueOf } from '../../functions/runtime/programme-catalogue.ts';
import { definitionDigest } from '../../workflows/locality-progress.ts';
import { readProgrammes } from '../../workflows/programmes.ts';

/** The released programmes, as a deployed function has them. */
export const programmes = catalogueOf(
  readProgrammes().map((programme) => ({ ...programme, definition: definitionDigest(programme) })),
);

export const convivirMejor = programmes.exact({ id: 'convivir-mejor', version: 1 });
export const redConectate = programmes.exact({ id: 'red-conectate', version: 1 });
