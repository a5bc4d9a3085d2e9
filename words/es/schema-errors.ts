import type * as z from 'zod';
import { es } from 'zod/locales';
import { TerritoryIssue } from '../../domain/territory/fault.ts';
import { sayTerritory } from '../territory.ts';
import { territory } from './territory.ts';

const { localeError } = es();

/** What is said in Spanish of a value that is not as its schema has it: of territories by us, of the rest by the schema library. */
export const schemaErrors: z.core.$ZodErrorMap = (issue) =>
  issue.code === 'custom' && issue.params instanceof TerritoryIssue
    ? sayTerritory(territory, issue.params.fault)
    : localeError(issue);
