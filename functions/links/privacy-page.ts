import type { Municipality } from '../../domain/municipality.ts';
import { workingDaysToAnswer } from '../../domain/privacy-notice.ts';
import { html } from '../runtime/html.ts';
import type { Page, Reader } from './page.ts';

/** How long caches may keep the notice, in seconds. */
const keptFor = 300;

const style = `dl{margin:0}
dt{font-weight:700}
dd{margin:0;padding:0 0 .5rem}
ul{margin:0 0 .75rem;padding:0 0 0 1.25rem}`;

/** A telephone number that no line ends within. */
const unbroken = (telephone: string) => telephone.replaceAll(' ', '\u00A0').replaceAll('-', '\u2011');

type Notice = Pick<Municipality, 'name' | 'state' | 'privacy'>;

/** GET /privacy: the municipality's privacy notice, in its own words where it has any. */
export function privacyPage({ name, state, privacy }: Notice, { language, messages }: Reader): Page {
  const words = messages.privacy;
  const body = privacy.responsible ?? words.body(name, state);
  const contact = [
    [words.office, privacy.office ?? words.anyOffice],
    [words.address, privacy.address],
    [words.email, privacy.email && html`<a href="mailto:${privacy.email}">${privacy.email}</a>`],
    [
      words.telephone,
      privacy.telephone &&
        html`<a href="tel:${privacy.telephone.replace(/[^+\d]/g, '')}">${unbroken(privacy.telephone)}</a>`,
    ],
  ].flatMap(([label, value]) => (value ? html`<dt>${label}</dt><dd>${value}</dd>\n` : []));
  const listed = (texts: readonly string[]) => html`<ul>${texts.map((text) => html`<li>${text}</li>`)}</ul>`;
  const section = (heading: string, ...content: (ReturnType<typeof html> | string)[]) =>
    html`<section class="card">
<h2>${heading}</h2>
${content.map((one) => (typeof one === 'string' ? html`<p>${one}</p>` : one))}
</section>
`;
  const content = html`<p>${words.intro}</p>
${section(words.responsible, words.answers(body), html`<dl>${contact}</dl>`)}${section(words.data, listed(words.kinds))}${section(words.purposes, listed(privacy.purposes?.map((one) => one[language]) ?? words.anyPurposes))}${section(words.transfers, privacy.transfers?.[language] ?? words.noTransfers)}${section(words.rights, words.rightsAre, privacy.requests?.[language] ?? words.anyRequest, words.answeredIn(workingDaysToAnswer))}${section(words.kept, words.keptFor)}${section(words.changes, words.changesHere)}`;
  return { status: 200, title: words.title, content, style, foot: words.about, isNotice: true, keptFor };
}
