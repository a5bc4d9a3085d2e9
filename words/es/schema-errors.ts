import { es } from 'zod/locales';

/** What the schema library says of a value that is not as a schema has it, in Spanish. */
export const schemaErrors = es().localeError;
