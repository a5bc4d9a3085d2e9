import { privacyPath } from '../domain/privacy-path.ts';
import { mailWords } from '../words/languages.ts';
import { appLink } from './app-links.ts';
import type { EmailContent, FooterLink } from './content.ts';
import { htmlOf } from './html.ts';
import { textOf } from './text.ts';
import { clip, oneLine } from './values.ts';

/** A mail as it is sent. */
export interface Rendered {
  /** One line of at most 120 characters, not yet encoded as a header. */
  subject: string;
  text: string;
  html: string;
}

/** What stands at the very end of every mail: the way out, where it has one, and the privacy notice. */
function footerLinksOf({ language, footerLink, publicUrl }: EmailContent): FooterLink[] {
  const notice = { label: mailWords[language].privacy, url: appLink(publicUrl, privacyPath(language)) };
  return footerLink ? [footerLink, notice] : [notice];
}

/** A mail as HTML and as plain text that say the same. */
export function render(content: EmailContent): Rendered {
  const subject = clip(oneLine(content.subject), 120);
  const links = footerLinksOf(content);
  return { subject, text: textOf(content, links), html: htmlOf({ ...content, subject }, links) };
}
