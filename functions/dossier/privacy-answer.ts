import type { Moment } from '../../domain/change.ts';
import type { Language } from '../../domain/language.ts';
import type { Municipality } from '../../domain/municipality.ts';
import type { PrivacyRequest } from '../../domain/privacy-request.ts';
import { nameWords } from '../../words/languages.ts';
import type { Kept } from '../api/kept-of-person.ts';
import { heading, paragraph, particulars, small } from './blocks.ts';
import { key, Sheet, soft } from './sheet.ts';
import { table } from './table.ts';
import { type Translator, translatorFor } from './translator.ts';
import type { FontFiles } from './typeface.ts';

/** What an answer is printed from. */
export interface AnswerFacts extends Moment {
  municipality: Municipality;
  request: PrivacyRequest;
  /** All that is held of the person; nothing of one who is known by the name in the request alone. */
  held?: Kept;
}

/** What is known of the person, as far as it is there. */
function personIn(sheet: Sheet, { stakeholder }: Kept, { messages, language, date }: Translator): void {
  const said = messages.privacyAnswer;
  const { name, organization, email, consent, sector, createdAt } = stakeholder;
  particulars(sheet, [
    [said.name, name ?? said.erased],
    ...(organization ? [[said.organization, organization] as const] : []),
    ...(email ? [[said.email, email] as const] : []),
    [said.sector, nameWords[language].sectors[sector]],
    ...(consent ? [[said.consent, said.given(date(consent.givenOn), consent.how)] as const] : []),
    [said.recorded, date(createdAt.slice(0, 10))],
  ]);
}

function heldIn(sheet: Sheet, held: Kept, translator: Translator): void {
  const { messages, language, shortDate, day } = translator;
  const said = messages.privacyAnswer;
  personIn(sheet, held, translator);
  heading(sheet, 'H3', said.commitments);
  const commitments = held.commitments.flatMap(({ name, commitments }) =>
    commitments.map((one) => ({ place: name, ...one })),
  );
  if (commitments.length === 0) paragraph(sheet, said.noCommitments);
  else
    table(
      sheet,
      [
        { heading: said.place, width: 130 },
        { heading: said.action, width: 224 },
        { heading: said.due, width: 75 },
        { heading: said.status, width: 75 },
      ],
      commitments.map(({ place, action, dueOn, status }) => [
        { texts: [place] },
        { texts: [action] },
        { texts: [shortDate(dueOn)] },
        { texts: [nameWords[language].commitmentStatuses[status]] },
      ]),
    );
  heading(sheet, 'H3', said.mails);
  if (held.mails.length === 0) paragraph(sheet, said.noMails);
  for (const { at, kind } of held.mails)
    paragraph(sheet, said.mail(day(at), messages.mailKinds[kind]), { after: 1 });
  heading(sheet, 'H3', said.history);
  paragraph(sheet, said.entries(held.history.length));
}

/** The answer to a request of a person about their data, to print, sign and hand over: PDF, tagged, with its fonts within. */
export function printedAnswer(facts: AnswerFacts, language: Language, fonts: FontFiles): Buffer {
  const { municipality, request, held, now, today } = facts;
  const translator = translatorFor(language, municipality.timeZone);
  const { messages, date } = translator;
  const said = messages.privacyAnswer;
  const sheet = new Sheet(fonts, {
    title: said.title,
    author: municipality.name,
    language,
    madeAt: new Date(now),
  });
  sheet.adorn(() => sheet.pdf.rect(sheet.left, sheet.y - 14, sheet.width, 4).fill(key));
  const place = `${municipality.name}, ${municipality.state}`;
  paragraph(sheet, place, { style: { ...small, size: 10, weight: 'strong' }, after: 2 });
  heading(sheet, 'H1', said.title);
  particulars(sheet, [
    [said.asked, messages.privacyRequestKinds[request.kind]],
    [said.by, request.name ?? held?.stakeholder.name ?? said.erased],
    [said.received, date(request.receivedOn)],
    [said.dueOn, date(request.dueOn)],
    [said.answered, request.answeredOn ? date(request.answeredOn) : said.notYet],
    [said.folio, request.id],
  ]);
  if (request.answer) {
    heading(sheet, 'H2', said.answer);
    paragraph(sheet, request.answer);
  }
  heading(sheet, 'H2', said.held);
  if (held) heldIn(sheet, held, translator);
  else paragraph(sheet, said.nothingHeld);
  sheet.need(90);
  sheet.y += 40;
  paragraph(sheet, said.sign, { style: small });
  sheet.foot((page, pages, y) => {
    const style = { ...small, size: 7.5, colour: soft };
    sheet.put(sheet.lines(said.made(date(today)), style), sheet.left, y);
    sheet.put(sheet.lines(messages.page(page, pages), style), sheet.left, y, 'right', sheet.width);
  });
  return sheet.bytes();
}
