import { privacyPath } from '../../domain/privacy-path.ts';
import { useTranslation } from '../words/use-translation.ts';

/** The way to the municipality's privacy notice, which is a page of its own. */
export function PrivacyLink() {
  const { messages, language } = useTranslation();
  return (
    <a className="lone" href={privacyPath(language)}>
      {messages.frame.privacy}
    </a>
  );
}
