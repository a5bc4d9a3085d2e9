import { en } from 'zod/locales';

/** What the schema library says of a value that is not as a schema has it, in English. */
export const schemaErrors = en().localeError;
