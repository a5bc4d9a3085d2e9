import type { Language } from '../../domain/language.ts';
import type { Words } from '../../words/es/local.ts';
import { localWords } from '../../words/languages.ts';
import { Html, html, page } from '../html.ts';
import type { Mail } from './store.ts';

const when = (language: Language, instant: string) =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(
    new Date(instant),
  );

const address = (id: string) => `/local/mailbox/page/${encodeURIComponent(id)}`;

/** The list of mails, newest first, for a person. */
export function mailboxPage(mails: Mail[], to: string, language: Language): string {
  const words = localWords[language];
  const rows = mails.toReversed().map(
    (mail) => html`<tr><td><time datetime="${mail.sentAt}">${when(language, mail.sentAt)}</time></td>
<td>${mail.to.join(', ')}</td><td><a href="${address(mail.id)}">${mail.subject || words.noSubject}</a></td></tr>`,
  );
  const table = html`<table><thead><tr><th scope="col">${words.sentAt} (UTC)</th><th scope="col">${words.to}</th>
<th scope="col">${words.subject}</th></tr></thead><tbody>${rows}</tbody></table>`;
  const content = html`<form method="get"><label>${words.filter} <input type="email" name="to" value="${to}"></label>
<button>${words.show}</button></form>${rows.length > 0 ? table : html`<p>${words.noMail}</p>`}`;
  return page(language, words.mailbox, content);
}

function attachmentsOf({ attachments }: Mail, words: Words): Html {
  if (attachments.length === 0) return new Html('');
  const items = attachments.map(
    ({ filename, contentType, content }) =>
      html`<li><a download="${filename}" href="data:${contentType};base64,${content}">${filename || contentType}</a></li>`,
  );
  return html`<h2>${words.attachments}</h2><ul>${items}</ul>`;
}

/** One mail, for a person; its own markup stands in a frame that may run nothing. */
export function mailPage(mail: Mail, language: Language): string {
  const words = localWords[language];
  const headers = Object.entries(mail.headers).map(
    ([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`,
  );
  const formatted = html`<h2>${words.asHtml}</h2>
<iframe title="${words.asHtml}" src="${address(mail.id)}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`;
  const content = html`<p><a href="/local/mailbox/page">${words.back}</a></p>
<dl><dt>${words.from}</dt><dd>${mail.from}</dd><dt>${words.to}</dt><dd>${mail.to.join(', ')}</dd>
<dt>${words.sentAt} (UTC)</dt><dd><time datetime="${mail.sentAt}">${when(language, mail.sentAt)}</time></dd></dl>
${mail.html ? formatted : new Html('')}<h2>${words.asText}</h2><pre>${mail.text}</pre>${attachmentsOf(mail, words)}
<details><summary>${words.headers}</summary><dl>${headers}</dl></details>`;
  return page(language, mail.subject || words.noSubject, content);
}

/** A mail's own markup; links open outside the frame. */
export const mailMarkup = (mail: Mail) => `<base target="_blank">${mail.html}`;

/** What that markup may do: nothing but look as it does. */
export const mailMarkupPolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'";
