import { use } from 'react';
import type { Language } from '../../domain/language-list.ts';
import { beforeLanguage, currentLanguage } from './language.ts';
import { useTranslation } from './use-translation.ts';

/**
 * The words of something that is loaded when it is gone to. They are asked for as soon as that is, in the language of the
 * app; until they are there, what uses them waits as a screen that is being loaded does. Another language is taken up
 * when they are there in it.
 */
export function lazyMessages<Said>(load: (language: Language) => Promise<Said>): () => Said {
  const asked = new Map<Language, Promise<Said>>();
  const wanted = (language: Language): Promise<Said> => {
    const before = asked.get(language);
    if (before) return before;
    const words = load(language);
    asked.set(language, words);
    words.then(
      // As React marks what it has waited for: it then reads it at once.
      (value) => Object.assign(words, { status: 'fulfilled', value }),
      // Asked for again the next time: a network may be back then.
      () => asked.delete(language),
    );
    return words;
  };
  void wanted(currentLanguage()).catch(() => undefined);
  beforeLanguage(wanted);
  return function useMessages() {
    const { language } = useTranslation();
    // Always, also where the words are there: what has waited is rendered anew, and has to come by the same hooks.
    return use(wanted(language));
  };
}
