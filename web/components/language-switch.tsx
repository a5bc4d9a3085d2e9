import { languageList } from '../../domain/language-list.ts';
import { languages } from '../../words/languages.ts';
import { chooseLanguage } from '../words/language.ts';
import { useTranslation } from '../words/use-translation.ts';
import { Choice } from './choice.tsx';
import './language-switch.css';

/** Each by the name that those who speak it have for it. */
export const languageOptions = languageList.map((key) => ({ key, name: languages[key].name }));

/** The language of the app, from a list of all. */
export function LanguageSwitch() {
  const { language, messages } = useTranslation();
  return (
    <Choice
      className="language"
      aria-label={messages.frame.language}
      options={languageOptions}
      value={language}
      onChoose={(chosen) => chosen && void chooseLanguage(chosen)}
    />
  );
}
