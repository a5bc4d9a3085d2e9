import { escapeHtml } from '../domain/escape-html.ts';
import type { Block, EmailContent, FooterLink } from './content.ts';
import { clip, linesOf, oneLine } from './values.ts';

/** Mailboxes show no more of it. */
const longestPreview = 150;

/** A value inside HTML text or a quoted attribute. */
const safe = (value: string) => escapeHtml(oneLine(value));

/** Inline, because several mail programs drop style sheets; the style sheet only turns colours for dark mode. */
const style = {
  page: 'margin:0;padding:0;background-color:#eef3f1;',
  hidden:
    'display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;mso-hide:all;',
  card: 'background-color:#ffffff;border-top:4px solid #0b6b5d;padding:28px 24px;text-align:left;overflow-wrap:anywhere;word-break:break-word;',
  sender: 'margin:0 0 16px;font-size:14px;line-height:20px;color:#4d5d59;',
  h1: 'margin:0 0 16px;font-size:23px;line-height:30px;font-weight:700;color:#14211e;',
  h2: 'margin:24px 0 8px;font-size:16px;line-height:24px;font-weight:700;color:#14211e;',
  p: 'margin:0 0 12px;font-size:16px;line-height:25px;color:#14211e;',
  fact: 'margin:0 0 4px;font-size:15px;line-height:23px;color:#14211e;',
  soft: 'color:#4d5d59;',
  list: 'margin:0 0 12px;padding:0 0 0 22px;',
  item: 'margin:0 0 4px;font-size:16px;line-height:25px;color:#14211e;',
  place: 'color:#0b6b5d;text-decoration:underline;',
  quote:
    'margin:0 0 12px;padding:2px 0 2px 14px;border-left:4px solid #b9cbc6;font-size:16px;line-height:25px;color:#14211e;',
  button: 'background-color:#0b6b5d;border-radius:6px;text-align:center;',
  link: 'display:inline-block;padding:12px 22px;font-size:16px;line-height:24px;font-weight:700;color:#ffffff;text-decoration:none;',
  footer:
    'margin:24px 0 0;padding:16px 0 0;border-top:1px solid #d5e0dd;font-size:14px;line-height:21px;color:#4d5d59;',
};

const dark = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.page{background-color:#0d1413!important}
.card{background-color:#18211f!important;border-color:#4fc7b3!important}
.ink{color:#e9f0ee!important;border-color:#4a5b57!important}
.soft{color:#abbcb7!important;border-color:#36443f!important}
.button{background-color:#4fc7b3!important}
.link{color:#06211b!important}
.place{color:#4fc7b3!important}
}`;

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `<h2 class="ink" style="${style.h2}">${safe(block.text)}</h2>`;
    case 'paragraph':
      return `<p class="ink" style="${style.p}">${safe(block.text)}</p>`;
    case 'facts':
      return block.facts
        .map(({ label, value }) => {
          const name = `<span class="soft" style="${style.soft}">${safe(label)}:</span>`;
          return `<p class="ink" style="${style.fact}">${name} ${safe(value)}</p>`;
        })
        .join('\n');
    case 'list': {
      const items = block.items.map((item) => `<li class="ink" style="${style.item}">${safe(item)}</li>`);
      return `<ul style="${style.list}">\n${items.join('\n')}\n</ul>`;
    }
    case 'places': {
      const items = block.items.map(
        ({ text, url }) =>
          `<li class="ink" style="${style.item}"><a class="place" href="${safe(url)}" style="${style.place}">${safe(text)}</a></li>`,
      );
      return `<ul style="${style.list}">\n${items.join('\n')}\n</ul>`;
    }
    case 'quote':
      return `<blockquote class="ink" style="${style.quote}">${linesOf(block.text).map(safe).join('<br>\n')}</blockquote>`;
    case 'link': {
      const link = `<a class="link" href="${safe(block.url)}" style="${style.link}">${safe(block.label)}</a>`;
      return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:16px 0 8px;">
<tr><td class="button" style="${style.button}">${link}</td></tr></table>`;
    }
  }
}

const footerLinkHtml = ({ label, url }: FooterLink) =>
  `<br>\n<a class="soft" href="${safe(url)}" style="${style.soft}">${safe(label)}</a>`;

/** The HTML of a mail: one column of at most 600 px, without images, scripts or anything to load. */
export const htmlOf = (
  { language, subject, sender, preview, heading, blocks, footer }: EmailContent,
  footerLinks: readonly FooterLink[],
) => `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${safe(subject)}</title>
<style>
${dark}
</style>
</head>
<body class="page" lang="${language}" style="${style.page}">
<div style="${style.hidden}">${safe(clip(preview, longestPreview))}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" style="${style.page}font-family:'Segoe UI',Helvetica,Arial,sans-serif;">
<tr><td align="center" style="padding:16px 8px;">
<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<div class="card" style="max-width:552px;${style.card}">
<p class="soft" style="${style.sender}">${safe(sender)}</p>
<h1 class="ink" style="${style.h1}">${safe(heading)}</h1>
${blocks.map(blockHtml).join('\n')}
<p class="soft" style="${style.footer}">${safe(footer)}${footerLinks.map(footerLinkHtml).join('')}</p>
</div>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</table>
</body>
</html>
`;
