import { chooseLanguage } from '../words/language.ts';
import { useTranslation } from '../words/use-translation.ts';
import './language-switch.css';

/** To the other language, said in that one. */
export function LanguageSwitch() {
  const { language, messages } = useTranslation();
  const other = language === 'es' ? 'en' : 'es';
  return (
    <button type="button" className="plain language" lang={other} onClick={() => void chooseLanguage(other)}>
      <span className="whole">{messages.frame.otherLanguage}</span>
      <span className="brief" aria-hidden="true">
        {other.toUpperCase()}
      </span>
    </button>
  );
}
