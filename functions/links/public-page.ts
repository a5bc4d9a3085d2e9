import { CommitmentStatus } from '../../domain/commitment.ts';
import type { EvaluationRow } from '../../domain/evaluation/evaluation-row.ts';
import { figureIn, indicatorName } from '../../domain/evaluation/picture.ts';
import { type Locality, LocalityId } from '../../domain/locality.ts';
import { countOf, type MatrixCounts } from '../../domain/matrix-counts.ts';
import { type StageRecord, stageRecords } from '../../domain/stage-record.ts';
import { Sector } from '../../domain/stakeholder.ts';
import { calendarOf } from '../../domain/work-calendar.ts';
import { longDate } from '../../emails/values.ts';
import { matrixCountsOf } from '../../store/matrix-counts.ts';
import { figureWords } from '../../words/figures.ts';
import { languages, nameWords } from '../../words/languages.ts';
import { Html, html } from '../runtime/html.ts';
import { evaluated, surveysOf } from '../surveys/compared.ts';
import type { PageDependencies } from './dependencies.ts';
import type { Page, Reader } from './page.ts';
import { publicWork, publishedWork } from './public-work.ts';

/** How long caches may keep a page that everybody may read, in seconds. */
const keptFor = 300;

/** A page stays under 30 kB: what is compared may take this much of it, in bytes. */
const roomForIndicators = 16_000;

const style = `h3{margin:0;font-size:1rem;line-height:1.45}
ol{list-style:none;margin:0;padding:0}
ol li{position:relative;margin:0 0 0 .5rem;padding:0 0 1rem 1.75rem;border-left:3px solid var(--line)}
ol li:last-child{border-color:transparent;padding-bottom:0}
ol li::before{content:"";position:absolute;left:-.75rem;top:.1rem;width:1.25rem;height:1.25rem;border:3px solid var(--line);border-radius:50%;background:var(--card)}
ol .behind{border-color:var(--key)}
ol .behind::before{border-color:var(--key);background:var(--key)}
ol .current::before{border-color:var(--key)}
ol p,dd,ul p{margin:0}
dl{margin:0}
dt{font-weight:700}
dd{padding:0 0 .75rem}
ul{list-style:none;margin:0 0 .75rem;padding:0}
ul li{padding:.5rem 0;border-top:1px solid var(--line)}
@media (forced-colors:active){ol .behind::before{background:Highlight;forced-color-adjust:none}}`;

/** The same whether there is no such locality, or its municipality does not publish. */
const notThere = ({ messages: { published } }: Reader): Page => ({
  status: 404,
  title: published.notThere,
  content: html`<p>${published.notThereText}</p>`,
  foot: published.about,
});

function daysOf(
  { state, openedOn, endedOn, plan }: StageRecord,
  { language, messages: { published } }: Reader,
): string {
  const date = (day: string) => longDate(day, languages[language].letterLocale);
  if (state === 'behind') return openedOn && endedOn ? published.span(date(openedOn), date(endedOn)) : '';
  if (!plan) return '';
  return state === 'current'
    ? published.since(date(plan.startOn), date(plan.targetOn))
    : published.planned(date(plan.startOn), date(plan.targetOn));
}

/** The stages as a line; colour and shape say nothing that the words beside them do not. */
function stageLine(stages: readonly StageRecord[], reader: Reader): Html {
  const { language, messages } = reader;
  const items = stages.map((one) => {
    const { state, stage } = one;
    return html`<li class="${state}"${state === 'current' ? html` aria-current="step"` : ''}>
<h3>${stage.name[language]}</h3>
<p class="soft">${messages.published.states[state]}${state === 'ahead' && !one.plan ? '' : html` · ${daysOf(one, reader)}`}</p>
</li>
`;
  });
  return html`<ol>
${items}</ol>`;
}

/** How many commitments there are of each sector, by how they stand: no more of them than this reaches the page. */
function commitmentsBySector(matrix: MatrixCounts, { language, messages: { published } }: Reader): Html {
  if (countOf(matrix, CommitmentStatus.options) === 0) return html`<p>${published.noCommitments}</p>`;
  const names = nameWords[language];
  const row = (name: string, of?: Sector | 'none') => {
    const counts = CommitmentStatus.options
      .map((status) => ({ status, count: countOf(matrix, [status], of) }))
      .filter(({ count }) => count > 0)
      .map(({ status, count }) => `${names.commitmentStatuses[status]}: ${count}`);
    return counts.length > 0
      ? html`<dt>${name}</dt>
<dd>${counts.join(' · ')}</dd>
`
      : '';
  };
  return html`<dl>
${Sector.options.map((sector) => row(names.sectors[sector], sector))}${row(published.noSector, 'none')}${row(published.total)}</dl>`;
}

function indicator(row: EvaluationRow, { language, messages: { published } }: Reader): Html {
  const { baseline, followUp, verdict, kind, unit } = row;
  const words = figureWords(language);
  const format = figureIn(words.locale, kind);
  const figures =
    baseline && followUp ? published.figures(format(baseline.estimate), format(followUp.estimate)) : '';
  return html`<li><p><strong>${indicatorName(row, words)}</strong></p>
<p>${figures}${kind === 'share' ? '' : ` (${unit[language]})`} · <strong>${words.verdicts[verdict]}</strong></p></li>
`;
}

function indicators(rows: readonly EvaluationRow[], reader: Reader): Html {
  const { published } = reader.messages;
  const compared = rows.filter(({ verdict }) => verdict !== 'not-comparable');
  if (compared.length === 0) return html`<p>${published.notCompared}</p>`;
  const items: Html[] = [];
  let taken = 0;
  for (const row of compared) {
    const item = indicator(row, reader);
    taken += Buffer.byteLength(item.text);
    if (taken > roomForIndicators) break;
    items.push(item);
  }
  const left = compared.length - items.length;
  return html`<p>${published.howTo}</p>
<ul>
${items}</ul>${left > 0 ? html`<p>${published.more(left)}</p>` : new Html('')}`;
}

/** A locality that the municipality lets everybody know of. */
async function publishedLocality(
  id: string,
  { municipality, localities }: PageDependencies,
): Promise<Locality | undefined> {
  return municipality.publish && LocalityId.safeParse(id).success ? localities.find(id) : undefined;
}

/** GET /p/{locality}: how a locality stands, for everybody; nothing of persons, and nothing that anybody wrote but the names of lines they publish. */
export async function publicPage(id: string, reader: Reader, dependencies: PageDependencies): Promise<Page> {
  const { visits, programmes, municipality, moment } = dependencies;
  const locality = await publishedLocality(id, dependencies);
  if (!locality) return notThere(reader);
  const { language, messages } = reader;
  const { published } = messages;
  const { today } = moment();
  const programme = programmes.exact(locality.programme);
  const [past, matrix, surveys, work] = await Promise.all([
    visits.ofLocality(locality.id),
    matrixCountsOf(dependencies, locality),
    surveysOf(dependencies, locality.id),
    publishedWork(dependencies, locality.id, today),
  ]);
  const section = (heading: string, content: Html) => html`<section class="card">
<h2>${heading}</h2>
${content}
</section>
`;
  const content = html`<p>${programme.name[language]} · ${published.statuses[locality.status]}</p>
<p class="soft">${published.asOf(longDate(today, languages[language].letterLocale))}</p>
${section(published.stages, stageLine(stageRecords(programme, locality, past, today, calendarOf(municipality)), reader))}${section(published.commitments, commitmentsBySector(matrix, reader))}${work.length > 0 ? section(published.work, publicWork(work, reader)) : ''}${section(published.indicators, indicators(await evaluated(dependencies, surveys), reader))}`;
  return {
    status: 200,
    title: locality.name,
    content,
    style,
    foot: published.about,
    keptFor,
  };
}
