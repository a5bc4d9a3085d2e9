import type { Language } from '../../domain/language.ts';
import { stageOf } from '../../domain/locality.ts';
import { heading, paragraph, particulars, small } from './blocks.ts';
import { authenticity, signatures } from './closing.ts';
import { surveysIn } from './comparison.ts';
import type { Facts } from './facts.ts';
import { matrixOf } from './matrix.ts';
import { key, rule, Sheet, soft } from './sheet.ts';
import { type Speech, speechIn } from './speech.ts';
import { stageLine } from './stage-line.ts';
import { targetingOf } from './targeting.ts';
import type { FontFiles } from './typeface.ts';
import { visitsOf } from './visits.ts';

function opening(sheet: Sheet, { municipality, locality, programme, today }: Facts, speech: Speech): void {
  const { words, language, date, number } = speech;
  const said = words.particulars;
  const place = `${municipality.name}, ${municipality.state}`;
  sheet.adorn(() => sheet.pdf.rect(sheet.left, sheet.y - 14, sheet.width, 4).fill(key));
  paragraph(sheet, words.kind, { style: { ...small, size: 10, weight: 'strong' }, after: 2 });
  heading(sheet, 'H1', locality.name);
  const { position, code, population, coordinators } = locality;
  particulars(sheet, [
    [said.municipality, place],
    [said.programme, said.version(programme.name[language], programme.version)],
    [said.status, words.statuses[locality.status]],
    ...(position ? [[said.stage, stageOf(programme, position.stage).name[language]] as const] : []),
    ...(code ? [[said.code, code] as const] : []),
    ...(population === undefined ? [] : [[said.population, said.people(number(population))] as const]),
    [said.begun, date(locality.createdOn)],
    [said.coordinators, coordinators.join(', ') || words.none],
    [said.made, date(today)],
  ]);
}

/** Which record this is and as of when, on every page. */
function foot(sheet: Sheet, { municipality, locality, today }: Facts, { words, date }: Speech): void {
  const style = { ...small, size: 7.5, colour: soft };
  sheet.foot((page, pages, y) => {
    sheet.pdf
      .moveTo(sheet.left, y - 6)
      .lineTo(sheet.left + sheet.width, y - 6)
      .lineWidth(0.5)
      .stroke(rule);
    const name = sheet.lines(`${municipality.name} · ${locality.name}`, style, sheet.width * 0.75);
    sheet.put(name.slice(0, 1), sheet.left, y);
    sheet.put(sheet.lines(words.page(page, pages), style), sheet.left, y, 'right', sheet.width);
    const made = `${words.made(date(today), locality.revision)} · ${words.hash(locality.headHash)}`;
    sheet.put(sheet.lines(made, { ...style, size: 7 }), sheet.left, y + 11);
  });
}

/** A locality's record as a document to print and to sign: PDF, tagged, with its fonts within. */
export async function printed(facts: Facts, language: Language, fonts: FontFiles): Promise<Buffer> {
  const { municipality, locality, now } = facts;
  const speech = speechIn(language, municipality.timeZone);
  const sheet = new Sheet(fonts, {
    title: speech.words.title(locality.name),
    author: municipality.name,
    language,
    madeAt: now,
  });
  opening(sheet, facts, speech);
  stageLine(sheet, facts, speech);
  visitsOf(sheet, facts, speech);
  matrixOf(sheet, facts, speech);
  surveysIn(sheet, facts, speech);
  targetingOf(sheet, facts, speech);
  authenticity(sheet, facts, speech);
  signatures(sheet, speech);
  foot(sheet, facts, speech);
  return sheet.bytes();
}
