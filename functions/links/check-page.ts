import { localDate } from '../../domain/calendar.ts';
import { PrintedHead, shortHash } from '../../domain/history-head.ts';
import type { Locality } from '../../domain/locality.ts';
import { longDate } from '../../emails/values.ts';
import type { HistoryEntry } from '../../store/history.ts';
import { headStanding } from '../../store/history-heads.ts';
import { languages } from '../../words/languages.ts';
import { html } from '../runtime/html.ts';
import type { PageDependencies } from './dependencies.ts';
import type { Page, Reader } from './page.ts';

const style = `dl{margin:0}
dt{font-weight:700}
dd{margin:0;padding:0 0 .5rem}
ul{margin:0 0 .75rem;padding:0 0 0 1.25rem}
code{font:.9375rem/1.5 ui-monospace,Menlo,Consolas,monospace}`;

/** The stage that an entry is about, by name; nothing where it is about none. */
function stageIn(
  { detail }: HistoryEntry,
  locality: Locality,
  { language }: Reader,
  { programmes }: PageDependencies,
) {
  const { stages } = programmes.exact(locality.programme);
  return stages.find(({ key }) => key === detail.stage)?.name[language];
}

/** What an entry is about, without what anybody wrote and without persons. */
function kindOf({ action }: HistoryEntry, { messages: { checked } }: Reader): string {
  const names: Record<string, string> = checked.kinds;
  return (Object.hasOwn(names, action) ? names[action] : undefined) ?? checked.otherKind;
}

/** The head that is printed, again, so that paper and page can be compared. */
function particulars(locality: Locality, { seq, hash }: PrintedHead, reader: Reader, published: boolean) {
  const { checked } = reader.messages;
  return [
    // What the municipality does not publish is told by no page: the paper says its name.
    ...(published ? [[checked.locality, locality.name] as const] : []),
    [checked.identifier, locality.id] as const,
    [checked.entry, String(seq)] as const,
    [checked.hash, html`<code>${shortHash(hash)}</code>`] as const,
    [checked.whole, html`<code>${hash}</code>`] as const,
  ];
}

type Fact = readonly [name: string, value: string | ReturnType<typeof html>];
const listed = (facts: readonly Fact[]) =>
  html`<dl>${facts.map(
    ([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>
`,
  )}</dl>`;
const card = (heading: string, content: ReturnType<typeof html>) => html`<section class="card">
<h2>${heading}</h2>
${content}
</section>
`;
const points = (texts: readonly string[]) => html`<ul>${texts.map((text) => html`<li>${text}</li>`)}</ul>`;

/** Nothing is known by that address, whether or not anything of it could be. */
const notThere = ({ messages: { checked } }: Reader): Page => ({
  status: 404,
  title: checked.notThere,
  content: html`<p>${checked.notThereText}</p>`,
  foot: checked.about,
});

/**
 * GET /v/{locality}/{seq}/{hash}: whether the head that a printed record bears stands in the history of its locality. It
 * tells whoever holds the paper nothing that the paper does not, but what the entry is about and how many came after it.
 */
export async function checkPage(
  parameters: Record<string, string | undefined>,
  reader: Reader,
  dependencies: PageDependencies,
): Promise<Page> {
  const { table, localities, municipality } = dependencies;
  const { data: head } = PrintedHead.safeParse(parameters);
  const locality = head && (await localities.find(head.locality));
  if (!head || !locality) return notThere(reader);
  const { checked } = reader.messages;
  const standing = await headStanding(table, locality, head);
  const said = particulars(locality, head, reader, municipality.publish && standing.state === 'stands');
  if (standing.state !== 'stands')
    return {
      status: 200,
      title: checked.doesNot,
      content: html`<p><strong>${checked.differs[standing.state](head.seq)}</strong></p>
${card(checked.asked, listed(said))}${card(checked.whatToDo, points(checked.steps))}`,
      style,
      foot: checked.about,
    };
  const { entry, following } = standing;
  const day = localDate(new Date(entry.at), municipality.timeZone);
  const stage = stageIn(entry, locality, reader, dependencies);
  const facts: Fact[] = [
    ...said,
    [checked.since, longDate(day, languages[reader.language].letterLocale)],
    [checked.event, kindOf(entry, reader)],
    ...(stage ? [[checked.stage, stage] as const] : []),
    [checked.following, checked.entries(following)],
  ];
  return {
    status: 200,
    title: checked.stands,
    content: html`<p><strong>${checked.standsText(head.seq)}</strong></p>
${card(checked.asked, listed(facts))}${card(checked.meaning, points(checked.means))}`,
    style,
    foot: checked.about,
  };
}
