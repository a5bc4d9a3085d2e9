import type { Language } from '../../domain/language.ts';
import { stageOf } from '../../domain/locality.ts';
import { heading, paragraph, particulars, small } from './blocks.ts';
import { authenticity, signatures } from './closing.ts';
import { surveysIn } from './comparison.ts';
import type { Facts } from './facts.ts';
import { matrixOf } from './matrix.ts';
import { key, rule, Sheet, soft } from './sheet.ts';
import { stageLine } from './stage-line.ts';
import { targetingOf } from './targeting.ts';
import { type Translator, translatorFor } from './translator.ts';
import type { FontFiles } from './typeface.ts';
import { visitsOf } from './visits.ts';

function opening(
  sheet: Sheet,
  { municipality, locality, programme, related, today }: Facts,
  translator: Translator,
): void {
  const { messages, language, date, number, list } = translator;
  const said = messages.particulars;
  const place = `${municipality.name}, ${municipality.state}`;
  sheet.adorn(() => sheet.pdf.rect(sheet.left, sheet.y - 14, sheet.width, 4).fill(key));
  paragraph(sheet, messages.kind, { style: { ...small, size: 10, weight: 'strong' }, after: 2 });
  heading(sheet, 'H1', locality.name);
  const { position, code, population, coordinators } = locality;
  const relatives = (label: string, ids: string[] = []) =>
    ids.length > 0 ? [[label, list(ids.map((id) => related.get(id) ?? id))] as const] : [];
  particulars(sheet, [
    [said.municipality, place],
    [said.programme, said.version(programme.name[language], programme.version)],
    [said.status, messages.statuses[locality.status]],
    ...(position ? [[said.stage, stageOf(programme, position.stage).name[language]] as const] : []),
    ...(code ? [[said.code, code] as const] : []),
    ...(population === undefined ? [] : [[said.population, said.people(number(population))] as const]),
    ...relatives(said.continues, locality.continues),
    ...relatives(said.continuedBy, locality.continuedBy),
    [said.begun, date(locality.createdOn)],
    [said.coordinators, coordinators.join(', ') || messages.none],
    [said.made, date(today)],
  ]);
}

/** Which record this is and as of when, on every page. */
function foot(sheet: Sheet, { municipality, locality, today }: Facts, { messages, date }: Translator): void {
  const style = { ...small, size: 7.5, colour: soft };
  sheet.foot((page, pages, y) => {
    sheet.pdf
      .moveTo(sheet.left, y - 6)
      .lineTo(sheet.left + sheet.width, y - 6)
      .lineWidth(0.5)
      .stroke(rule);
    const name = sheet.lines(`${municipality.name} · ${locality.name}`, style, sheet.width * 0.75);
    sheet.put(name.slice(0, 1), sheet.left, y);
    sheet.put(sheet.lines(messages.page(page, pages), style), sheet.left, y, 'right', sheet.width);
    const made = `${messages.made(date(today), locality.revision)} · ${messages.hash(locality.headHash)}`;
    sheet.put(sheet.lines(made, { ...style, size: 7 }), sheet.left, y + 11);
  });
}

/** A locality's record as a document to print and to sign: PDF, tagged, with its fonts within. */
export function printed(facts: Facts, language: Language, fonts: FontFiles): Buffer {
  const { municipality, locality, now } = facts;
  const translator = translatorFor(language, municipality.timeZone);
  const sheet = new Sheet(fonts, {
    title: translator.messages.title(locality.name),
    author: municipality.name,
    language,
    madeAt: now,
  });
  opening(sheet, facts, translator);
  stageLine(sheet, facts, translator);
  visitsOf(sheet, facts, translator);
  matrixOf(sheet, facts, translator);
  surveysIn(sheet, facts, translator);
  targetingOf(sheet, facts, translator);
  authenticity(sheet, facts, translator);
  signatures(sheet, translator);
  foot(sheet, facts, translator);
  return sheet.bytes();
}
