import { activitiesOf } from '../../domain/dossier/activities.ts';
import { recordedIn, uncompletedIn } from '../../domain/dossier/recorded.ts';
import type { Text } from '../../domain/language.ts';
import { partOf, stageOf } from '../../domain/locality.ts';
import type { Programme } from '../../domain/programme.ts';
import type { ActivityRecord, Decision, Override, Review, Visit } from '../../domain/visit.ts';
import { oneLine } from '../../emails/values.ts';
import { sayUnmet } from '../../words/criteria.ts';
import { criteriaMessages } from '../../words/languages.ts';
import { heading, paragraph, sign, small, strong, warning } from './blocks.ts';
import type { Facts } from './facts.ts';
import { type Element, key, type Sheet, soft } from './sheet.ts';
import type { Translator } from './translator.ts';

/** An activity or step with what was recorded of it. */
type Recorded = { name: Text } & Partial<ActivityRecord> & Pick<ActivityRecord, 'status' | 'evidence'>;

const indent = 14;

/** Everything that was done and decided at the stages that were entered. */
export function visitsOf(sheet: Sheet, facts: Facts, translator: Translator): void {
  const { messages, language } = translator;
  heading(sheet, 'H2', messages.record.title);
  const entered = facts.stages.filter(({ visits }) => visits.length > 0);
  if (entered.length === 0) paragraph(sheet, messages.record.none);
  for (const { stage, visits } of entered) {
    const number = facts.stages.findIndex((one) => one.stage === stage) + 1;
    heading(sheet, 'H3', messages.record.stage(number, stage.name[language]));
    for (const visit of visits) oneVisit(sheet, visit, facts, translator);
  }
}

function oneVisit(sheet: Sheet, visit: Visit, { programme }: Facts, translator: Translator): void {
  const { messages, language, date } = translator;
  const part = partOf(programme, visit.stage, visit.track);
  const track = visit.track ? `${part.name[language]}. ` : '';
  const end = visit.endedOn ? messages.record.ended(date(visit.endedOn)) : '';
  const opened = messages.record.visit(visit.number, date(visit.openedOn), date(visit.targetOn));
  sheet.need(100);
  paragraph(sheet, `${track}${opened}${end}.`, { style: small, after: 2 });

  heading(sheet, 'H4', messages.record.activities);
  const activities = activitiesOf(programme, visit);
  const known = recordedIn<Recorded>(activities);
  const list = known.length > 0 ? sheet.part('L') : undefined;
  for (const record of known) activity(sheet, record, translator, list);
  const open = uncompletedIn(activities);
  if (known.length === 0) paragraph(sheet, messages.record.nothing);
  if (open.length > 0)
    paragraph(sheet, messages.record.open(open.map(({ name }) => name[language]).join('; ')), {
      style: small,
    });

  heading(sheet, 'H4', messages.record.decisions);
  for (const decision of visit.decisions) decided(sheet, decision, visit, programme, translator);
  if (visit.review) reviewed(sheet, visit.review, false, translator);
  else if (visit.decisions.length === 0) paragraph(sheet, messages.record.undecided);
  sheet.y += 4;
}

function activity(sheet: Sheet, record: Recorded, translator: Translator, list?: Element): void {
  const { messages, day } = translator;
  const { record: said } = messages;
  const { meetingsHeld, peopleTrained } = record.figures ?? {};
  const done = record.status === 'done';
  const figures = [
    ...(done ? [] : [said.notApplicable]),
    ...(meetingsHeld === undefined ? [] : [said.meetings(meetingsHeld)]),
    ...(peopleTrained === undefined ? [] : [said.trained(peopleTrained)]),
  ];
  const item = sheet.part('LI', list);
  const parent = sheet.part('LBody', item);
  const name = record.name[translator.language];
  const title = figures.length > 0 ? `${name} (${figures.join(', ')})` : name;
  sheet.need(54);
  sign(sheet, done ? 'improved' : 'not-comparable', sheet.left + 1, sheet.y + 2.5, done ? key : soft);
  paragraph(sheet, title, { style: strong, indent, parent, after: 0 });
  if (record.changedBy && record.changedAt)
    paragraph(sheet, said.done(record.changedBy, day(record.changedAt)), {
      style: small,
      indent,
      parent,
      after: 0,
    });
  if (record.note) paragraph(sheet, record.note, { indent, parent, after: 0 });
  const titles = record.evidence.map((one) => oneLine(one.title));
  if (titles.length > 0) paragraph(sheet, said.evidence(titles.join('; ')), { indent, parent, after: 0 });
  sheet.y += 4;
}

function decided(
  sheet: Sheet,
  decision: Decision,
  { stage }: Visit,
  programme: Programme,
  translator: Translator,
): void {
  const { messages, language, day } = translator;
  const { outcome, toStage, decidedBy, decidedAt, reason, review } = decision;
  const back =
    outcome === 'return' && toStage && toStage !== stage
      ? stageOf(programme, toStage).name[language]
      : undefined;
  sheet.need(review?.override ? 130 : 60);
  paragraph(sheet, messages.outcomes[outcome](back), { style: strong, after: 0 });
  if (review) reviewed(sheet, review, true, translator);
  paragraph(sheet, `${messages.record.decided(decidedBy, day(decidedAt))}.`, { indent, after: 0 });
  paragraph(sheet, messages.record.reason(reason), { indent, after: 6 });
}

function reviewed(sheet: Sheet, review: Review, answered: boolean, translator: Translator): void {
  const { messages, day } = translator;
  const { requestedBy, requestedAt, note, override } = review;
  paragraph(sheet, `${messages.record.asked(requestedBy, day(requestedAt))}.`, { indent, after: 0 });
  if (note) paragraph(sheet, messages.record.note(note), { indent, after: 0 });
  if (override) overridden(sheet, override, answered, translator);
  if (!answered) paragraph(sheet, messages.record.waiting, { style: strong, indent });
}

/** What no reader may miss: that a gate was passed, or is to be, although criteria were unmet. */
function overridden(sheet: Sheet, override: Override, used: boolean, translator: Translator): void {
  const { messages, language, date } = translator;
  const { record } = messages;
  const unmet = sayUnmet(criteriaMessages[language], override.unmet, 'toDo');
  paragraph(sheet, used ? record.override : record.overrideAsked, { style: warning, indent, after: 0 });
  paragraph(sheet, `${record.overrideBy(override.by, date(override.expiresOn))}.`, { indent, after: 0 });
  paragraph(sheet, record.reason(override.reason), { indent, after: 0 });
  paragraph(sheet, record.unmet(unmet.join('; ')), { indent, after: 0 });
}
