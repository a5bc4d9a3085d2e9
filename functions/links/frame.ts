import { createHash } from 'node:crypto';
import { languageList } from '../../domain/language-list.ts';
import { privacyPath } from '../../domain/privacy-path.ts';
import { pageWords } from '../../words/languages.ts';
import { Html, html } from '../runtime/html.ts';
import { hrefOf, type Page, type Reader } from './page.ts';

const style = `:root{color-scheme:light dark;--ground:#eef3f1;--card:#fff;--ink:#14211e;--soft:#4d5d59;--line:#74857f;--key:#0b6b5d;--on-key:#fff;--late:#a3241c;font:1.0625rem/1.55 system-ui,"Segoe UI",Roboto,Helvetica,Arial,sans-serif}
@media (prefers-color-scheme:dark){:root{--ground:#0d1413;--card:#18211f;--ink:#e9f0ee;--soft:#abbcb7;--line:#7e918b;--key:#4fc7b3;--on-key:#06211b;--late:#ff9d92}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);overflow-wrap:anywhere}
header,main,footer{max-width:42rem;margin:0 auto;padding:.75rem 1rem}
header{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:center;gap:.25rem 1rem;color:var(--soft)}
header p,footer p{margin:0}
footer{color:var(--soft);padding-bottom:2rem}
h1{margin:.25rem 0 .75rem;font-size:1.75rem;line-height:1.25}
h2{margin:0 0 .5rem;font-size:1.125rem;line-height:1.45}
p{margin:0 0 .75rem}
a{color:var(--key);display:inline-flex;align-items:center;min-height:2.75rem}
.card{background:var(--card);border:1px solid var(--line);border-top:4px solid var(--key);border-radius:.5rem;padding:1rem;margin:0 0 1rem}
.soft{color:var(--soft)}
.late{color:var(--late);font-weight:700}
.answers{display:flex;flex-wrap:wrap;gap:.75rem;margin-top:.75rem}
button{flex:1 1 11rem;min-height:3rem;padding:.5rem 1rem;font:inherit;font-weight:700;color:var(--key);background:var(--card);border:2px solid var(--key);border-radius:.375rem;cursor:pointer}
button.main{color:var(--on-key);background:var(--key)}
summary{min-height:2.75rem;padding:.5rem 0;color:var(--key);cursor:pointer}
label{display:block;font-weight:700}
textarea,input{display:block;width:100%;min-height:2.75rem;margin:.25rem 0;padding:.5rem;font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:.375rem}
textarea{min-height:6rem}
blockquote{margin:0 0 .75rem;padding-left:.75rem;border-left:4px solid var(--line);white-space:pre-line}
:focus-visible{outline:3px solid var(--key);outline-offset:3px}
@media (forced-colors:active){.card,button{border-color:CanvasText}}`;

/** What a page may do: look as it does, and send its own forms back. No script runs, whatever is in it. */
const policyOf = (sheet: string) =>
  [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(sheet).digest('base64')}'`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  vary: 'accept-language',
};

/** What is somebody's own is neither kept nor found by searching. */
const own = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' };

/** A page in its frame, as an answer of the HTTP API. */
export function framed(
  { status, title, content, query = {}, style: more, isNotice, foot, keptFor }: Page,
  { language, messages }: Reader,
  from: string,
) {
  const others = languageList.filter((one) => one !== language);
  const sheet = more ? `${style}\n${more}` : style;
  const { text } = html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · ${messages.sender(from)}</title>
<style>${new Html(sheet)}</style>
</head>
<body>
<header>
<p>${messages.sender(from)}</p>
${others.map((one) => html`<a href="${hrefOf(query, one)}" lang="${one}" hreflang="${one}">${pageWords[one].inThisLanguage}</a>`)}
</header>
<main>
<h1>${title}</h1>
${content}
</main>
<footer><p>${foot ?? messages.keepPrivate}</p>${
    isNotice
      ? ''
      : html`
<p><a href="${privacyPath(language)}">${messages.privacy.title}</a></p>`
  }</footer>
</body>
</html>
`;
  return {
    statusCode: status,
    headers: {
      ...headers,
      ...(keptFor ? { 'cache-control': `public, max-age=${keptFor}` } : own),
      'content-security-policy': policyOf(sheet),
      'content-language': language,
    },
    body: text,
  };
}
