import type { Lack, Subject } from '../domain/criteria/criterion-module.ts';
import type { CodeOf, CriterionType } from '../domain/criteria/index.ts';
import type { Language } from '../domain/language.ts';
import { catalogued } from './catalogued.ts';
import type { CriteriaMessages, CriterionMessages } from './criteria-messages.ts';
import { nameWords } from './languages.ts';

/** What a criterion or something missing is about, as it stands in a sentence; empty where it is about all. */
export function nameOf({ name, sector, wave, kind }: Subject, language: Language): string {
  const words = nameWords[language];
  const about = name?.[language] ?? (kind === undefined ? undefined : catalogued(words.kindsInText, kind));
  if (about !== undefined) return sector ? words.ofSector(about, words.sectorsInText[sector]) : about;
  if (sector) return nameWords[language].sectorsInText[sector];
  return wave ? nameWords[language].surveyWaves[wave] : '';
}

/** What is missing, in words. */
export const sayMissing = <Type extends CriterionType>(
  messages: CriteriaMessages,
  type: Type,
  { code, have, needed, planned, ...subject }: Lack<CodeOf[Type]>,
  language: Language,
): string => {
  const name = nameOf(subject, language);
  const sentence = messages[type].missing[code]({ name, have, needed, planned });
  return planned ? `${sentence}; ${nameWords[language].planned(planned)}` : sentence;
};

/**
 * The types of some criteria in words, each once. `unmet`: keys of criteria, which begin with their type. A type of a
 * newer programme that has no words here yet is named as it is.
 */
export function sayUnmet(
  messages: CriteriaMessages,
  unmet: readonly string[],
  as: 'name' | 'toDo',
): string[] {
  const known = new Map<string, Pick<CriterionMessages<never>, 'name' | 'toDo'>>(Object.entries(messages));
  const types = new Set(unmet.map((key) => key.split('/')[0] ?? key));
  return [...types].map((type) => known.get(type)?.[as] ?? type);
}
