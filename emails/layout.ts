import type { EmailContent } from './content.ts';
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

/** A mail as HTML and as plain text that say the same. */
export function render(content: EmailContent): Rendered {
  const subject = clip(oneLine(content.subject), 120);
  return { subject, text: textOf(content), html: htmlOf({ ...content, subject }) };
}
