import { Language } from '../domain/language.ts';
import { languageList } from '../domain/language-list.ts';
import { Misuse } from './command.ts';

/** What `--lang` says among what was typed; it is looked for before anything is read, since help is in it too. */
function asked(typed: readonly string[]): string | undefined {
  const at = typed.findIndex((one) => one === '--lang' || one.startsWith('--lang='));
  if (at === -1) return undefined;
  return typed[at]?.includes('=') ? typed[at].slice('--lang='.length) : (typed[at + 1] ?? '');
}

/** The language of the environment, by the order in which POSIX reads it; the first one where it is none of ours. */
export function languageOfEnvironment(environment: Record<string, string | undefined>): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const said = [LC_ALL, LC_MESSAGES, LANG].find(Boolean) ?? '';
  return Language.safeParse(said.split(/[_.@-]/)[0]).data ?? languageList[0];
}

/** In which language to answer. @throws Misuse when one is asked for that there is not */
export function languageOf(
  typed: readonly string[],
  environment: Record<string, string | undefined>,
): Language {
  const wanted = asked(typed);
  if (wanted === undefined) return languageOfEnvironment(environment);
  const { data } = Language.safeParse(wanted);
  if (!data) throw new Misuse('language');
  return data;
}
