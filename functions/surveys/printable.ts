import { type Item, missingCodes, type Questionnaire } from '../../domain/evaluation/questionnaire.ts';
import type { Language } from '../../domain/language.ts';
import type { Words } from '../../words/es/evaluation.ts';
import { evaluationWords } from '../../words/languages.ts';
import { Html, html } from '../runtime/html.ts';

type Said = Words['questionnaire'];

/** Ink on paper: no colours to lose, no question that breaks between two pages. */
export const printStyle = `:root{color-scheme:light;font:12pt/1.4 "Segoe UI",Roboto,Helvetica,Arial,sans-serif}
*{box-sizing:border-box}
body{margin:0 auto;max-width:48rem;padding:1rem;background:#fff;color:#000;overflow-wrap:anywhere}
h1{margin:0 0 .5rem;font-size:1.4rem;line-height:1.25}
h2{margin:0 0 .25rem;font-size:1rem}
p{margin:0 0 .5rem}
.head{display:flex;flex-wrap:wrap;gap:.25rem 2rem;margin:0 0 1rem}
.head span{flex:1 1 10rem;border-bottom:1px solid #000;padding-top:1.25rem}
.question{break-inside:avoid;border-top:1px solid #000;padding:.5rem 0}
ul{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin:0;padding:0;list-style:none}
.box{display:inline-block;width:1rem;height:1rem;border:1px solid #000;margin-right:.35rem;vertical-align:-.15rem}
.line{display:inline-block;width:6rem;border-bottom:1px solid #000}
.column{margin:.25rem 0 0;font-size:.85rem}
@page{size:letter;margin:16mm}
@media print{body{max-width:none;padding:0}}`;

const answer = (code: string, label: string) =>
  html`<li><span class="box"></span><strong>${code}</strong> ${label}</li>`;

/** What may be marked; a code that no box can stand for, the blank, is not printed. */
const answers = (options: readonly { code: string; label: string }[]) =>
  html`<ul>${options.filter(({ code }) => code !== '').map(({ code, label }) => answer(code, label))}</ul>`;

const blank = (unit: string, range: string) => html`<p><span class="line"></span> ${unit} (${range})</p>`;

/** The first code of those that are no answer is the one to write. */
const noAnswer = (codes: readonly string[], said: Said) =>
  codes.slice(0, 1).map((code) => ({ code, label: said.noAnswer }));

function optionsOf(item: Item, missing: readonly string[], language: Language, said: Said): Html {
  const none = noAnswer(missing, said);
  if ('answers' in item)
    return answers([
      ...item.answers.map(({ codes: [code = ''], label }) => ({ code, label: label[language] })),
      ...none,
    ]);
  return html`${blank(item.unit[language], said.range(item))}${none.length > 0 ? answers(none) : undefined}`;
}

const question = (number: number, title: string, column: string, options: Html, said: Said) =>
  html`<section class="question">
<h2>${number}. ${title}</h2>
${options}
<p class="column">${said.column}: <code>${column}</code></p>
</section>
`;

/** A questionnaire as a page to be printed and filled in by hand; it needs no script. */
export function printableQuestionnaire(questionnaire: Questionnaire, language: Language): string {
  const { name, sex, age, items, missing, id, version } = questionnaire;
  const said = evaluationWords[language].questionnaire;
  const none = noAnswer(missing, said);
  const asked: { title: string; column: string; options: Html }[] = [];
  if (sex) {
    const options = Object.entries(sex.codes).map(([code, one]) => ({ code, label: said.sexes[one] }));
    asked.push({ title: said.sex, column: sex.column, options: answers([...options, ...none]) });
  }
  if (age) {
    const [first, last] = [age.bands?.at(0), age.bands?.at(-1)];
    const coded = Object.entries(age.codes ?? {}).map(([code, label]) => ({ code, label }));
    const options =
      first && last
        ? html`${blank(said.years, said.range({ minimum: first.from, maximum: last.to }))}${answers(none)}`
        : answers([...coded, ...none]);
    asked.push({ title: said.age, column: age.column, options });
  }
  for (const item of items)
    asked.push({
      title: item.question[language],
      column: item.column,
      options: optionsOf(item, missingCodes(item, questionnaire), language, said),
    });
  const { text } = html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name[language]}</title>
<style>${new Html(printStyle)}</style>
</head>
<body>
<main>
<h1>${name[language]}</h1>
<p class="head"><span>${said.form}</span><span>${said.locality}</span><span>${said.date}</span></p>
<p><strong>${said.privacy}</strong></p>
<p>${said.howTo}</p>
${asked.map(({ title, column, options }, at) => question(at + 1, title, column, options, said))}
<p>${said.thanks}</p>
<p class="column">${id} v${version}</p>
</main>
</body>
</html>
`;
  return text;
}
