import type { Language } from '../domain/language-list.ts';
import type { CriteriaMessages } from './criteria-messages.ts';
import type { en as EnApp } from './en/app/index.ts';
import { en as enCommandLine } from './en/command-line.ts';
import { criteria as enCriteria } from './en/criteria.ts';
import { en as enDossier } from './en/dossier.ts';
import { en as enEvaluation } from './en/evaluation.ts';
import { en as enFunctions } from './en/functions.ts';
import { en as enLocal } from './en/local.ts';
import { en as enMails } from './en/mails.ts';
import { en as enNames } from './en/names.ts';
import { en as enPages } from './en/pages.ts';
import { schemaErrors as enSchemaErrors } from './en/schema-errors.ts';
import type { screens as EnScreens } from './en/screens.ts';
import { territory as enTerritory } from './en/territory.ts';
import type { Words as AppWords, es as EsApp } from './es/app/index.ts';
import { es as esCommandLine } from './es/command-line.ts';
import { criteria as esCriteria } from './es/criteria.ts';
import { es as esDossier } from './es/dossier.ts';
import { es as esEvaluation } from './es/evaluation.ts';
import { es as esFunctions } from './es/functions.ts';
import { es as esLocal } from './es/local.ts';
import { es as esMails } from './es/mails.ts';
import { es as esNames } from './es/names.ts';
import { es as esPages } from './es/pages.ts';
import { schemaErrors as esSchemaErrors } from './es/schema-errors.ts';
import type { screens as EsScreens, Words as Screens } from './es/screens.ts';
import { territory as esTerritory, type TerritoryWords } from './es/territory.ts';

/**
 * Every language and where its words are. Another one is a folder beside `es`, a line in each record below, and its code
 * in `domain/language-list.ts`; the compiler names what is missing.
 *
 * Each surface is a constant of its own: a bundle holds those that it names and no other, since nothing in `words/` does
 * anything when it is loaded (`sideEffects` in its `package.json`).
 */

interface LanguageEntry {
  /** What it is called by those who speak it. */
  name: string;
  /** How figures and dates are written on screens and paper, as BCP 47 has it. */
  locale: string;
  /** The language of a printed document, for those who hear it. */
  documentLocale: string;
  /** How days are written in mails and pages without an account. */
  letterLocale: string;
  /**
   * Whether every programme and questionnaire must have its names in it. In a language that is not complete, those of
   * the first language stand in.
   */
  complete: boolean;
}

export const languages: Record<Language, LanguageEntry> = {
  es: { name: 'Español', locale: 'es-MX', documentLocale: 'es-MX', letterLocale: 'es-MX', complete: true },
  en: { name: 'English', locale: 'en-MX', documentLocale: 'en', letterLocale: 'en-GB', complete: true },
};

type Each<Words, All extends Record<Language, Words>> = All;

/**
 * The words of the app. It finds these files by itself, and loads them when it wants them: named here as values, they
 * would be written beside every function.
 */
export type AppLanguages = Each<AppWords, { es: typeof EsApp; en: typeof EnApp }>;
/** The same of its screens. @public: what it checks is that every language is there. */
export type ScreenLanguages = Each<Screens, { es: typeof EsScreens; en: typeof EnScreens }>;

export const mailWords: Record<Language, typeof esMails> = { es: esMails, en: enMails };

/** Criteria of gates, wherever they are named. */
export const criteriaMessages: Record<Language, CriteriaMessages> = { es: esCriteria, en: enCriteria };

/** Pages without an account. */
export const pageWords: Record<Language, typeof esPages> = { es: esPages, en: enPages };

/** The dossier on paper. */
export const dossierWords: Record<Language, typeof esDossier> = { es: esDossier, en: enDossier };

/** What the HTTP API answers: problems, what is missing before a gate, tasks. */
export const functionWords: Record<Language, typeof esFunctions> = { es: esFunctions, en: enFunctions };

export const evaluationWords: Record<Language, typeof esEvaluation> = { es: esEvaluation, en: enEvaluation };

/** Names of what is chosen from lists. */
export const nameWords: Record<Language, typeof esNames> = { es: esNames, en: enNames };

/** What is wrong with territories. */
export const territoryWords: Record<Language, TerritoryWords> = { es: esTerritory, en: enTerritory };

/** What the schema library says; it has a hundred languages, of 300 kB together. */
export const schemaErrorWords: Record<Language, typeof esSchemaErrors> = {
  es: esSchemaErrors,
  en: enSchemaErrors,
};

/** The pages of the local runner. */
export const localWords: Record<Language, typeof esLocal> = { es: esLocal, en: enLocal };

/** The command line of whoever administers installations. */
export const commandLineWords: Record<Language, typeof esCommandLine> = {
  es: esCommandLine,
  en: enCommandLine,
};
