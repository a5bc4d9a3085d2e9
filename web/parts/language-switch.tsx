import { choose } from '../words/language.ts';
import { useWords } from '../words/use-words.ts';
import './language-switch.css';

/** To the other language, said in that one. */
export function LanguageSwitch() {
  const { language, words } = useWords();
  const other = language === 'es' ? 'en' : 'es';
  return (
    <button type="button" className="plain language" lang={other} onClick={() => void choose(other)}>
      <span className="whole">{words.frame.otherLanguage}</span>
      <span className="brief" aria-hidden="true">
        {other.toUpperCase()}
      </span>
    </button>
  );
}
