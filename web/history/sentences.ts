import {
  type AuditDetails,
  type AuditEventOf,
  type LocalityEvent,
  localityEventOf,
  type MailRecord,
} from '../../domain/audit-events.ts';
import { mailActions } from '../../domain/mail-actions.ts';
import type { history } from '../../words/es/history.ts';
import type { HistoryEntry } from '../api/types.ts';
import type { Formats } from '../words/format.ts';
import type { Kind } from './kinds.ts';

/** How what an entry names by a key is called. */
export interface Names {
  stage: (stage: string, track?: string) => string;
  activity: (stage: string, activity: string) => string;
  commitment: (number: number) => string;
  commitmentStatus: (status: string) => string;
  programme: (id: string) => string;
  /** Whoever did it, or was written to: a member of the staff, a stakeholder, or nobody by hand. */
  person: (actor: string) => string;
}

/** An entry in words: what happened, and what was said with it. */
export interface FormattedEvent {
  text: string;
  more: string[];
}

interface Reader {
  words: typeof history;
  formats: Formats;
  names: Names;
}

type Action = LocalityEvent['action'];
type Line = string | false | null | undefined;

/** How events with such a detail are shown. */
interface Shown<Detail> {
  kind: Kind;
  /** One sentence: what happened. */
  text: (detail: Detail, reader: Reader) => string;
  /** What was said with it, a line each. */
  more?: (detail: Detail, reader: Reader) => Line[];
}

/** The fields that go by each other: to change one may change the others. */
const standing: ReadonlySet<string> = new Set(['status', 'progress', 'fulfilledOn']);

const isKey = <T extends object>(of: T, key: string): key is string & keyof T => Object.hasOwn(of, key);

/** The fields that were given, in words; those without a word are left out. */
const named = (fields: Record<string, string>, detail: object): string[] =>
  Object.keys(detail).flatMap((field) => (isKey(fields, field) ? (fields[field] ?? []) : []));

const noteOf = ({ note }: { note?: string | null }, { words }: Reader): Line => note && words.note(note);
const dayOf = ({ fulfilledOn }: { fulfilledOn?: string | null }, { words, formats }: Reader): Line =>
  fulfilledOn && `${words.commitmentFields.fulfilledOn.name}: ${formats.date(fulfilledOn)}`;
const documentsOf = ({ evidence = [] }: { evidence?: unknown[] }, { words }: Reader): Line =>
  evidence.length > 0 && words.documents(evidence.length);
const overrideOf = (
  { override }: { override?: { reason: string; expiresOn: string } },
  { words, formats }: Reader,
): Line => override && words.underOverride(override.reason, formats.date(override.expiresOn));

const voidedOf = (
  { reviewsVoided = [] }: Pick<AuditDetails['activity-recorded'], 'reviewsVoided'>,
  { words, names }: Reader,
): Line[] =>
  reviewsVoided.map(({ stage, track, requestedBy }) =>
    words.reviewVoided(names.stage(stage, track), names.person(requestedBy)),
  );

const mailed = (said: 'mailSent' | 'mailFailed' | 'mailKept'): Shown<MailRecord> => ({
  kind: 'mail',
  text: ({ message, to }, { words, names }) => {
    const { mails } = words;
    return words[said](isKey(mails, message) ? mails[message] : mails.other, names.person(to));
  },
  more: ({ commitments = [], error }, { words }) => [
    commitments.length > 0 && words.about(commitments.length),
    error,
  ],
});

/** How each action of a locality's history is shown: a new one is missing here until it has a sentence. */
const shown: { [A in Action]: Shown<AuditDetails[A]> } = {
  'locality-created': {
    kind: 'locality',
    text: ({ programme }, { words, names }) => words.created(names.programme(programme.id)),
  },
  'locality-edited': {
    kind: 'locality',
    text: (detail, { words, formats }) => words.edited(formats.list(named(words.localityFields, detail))),
  },
  'locality-continues': { kind: 'locality', text: ({ name }, { words }) => words.continues(name) },
  'coordinator-replaced': {
    kind: 'locality',
    text: ({ from, to }, { words, names }) => words.coordinatorReplaced(names.person(from), names.person(to)),
  },
  'stage-opened': {
    kind: 'stages',
    text: ({ stage, track, visit, targetOn }, { words, formats, names }) => {
      const called = names.stage(stage, track);
      const day = formats.date(targetOn);
      return visit > 1 ? words.openedAgain(called, formats.number(visit), day) : words.opened(called, day);
    },
  },
  'activity-recorded': {
    kind: 'stages',
    text: ({ stage, activity, status, was }, { words, names }) =>
      words.activity[status === was ? 'same' : status](names.activity(stage, activity)),
    more: ({ figures = {}, ...detail }, reader) => [
      noteOf(detail, reader),
      figures.meetingsHeld !== undefined && reader.words.meetings(figures.meetingsHeld),
      figures.peopleTrained !== undefined && reader.words.trained(figures.peopleTrained),
      documentsOf(detail, reader),
      ...voidedOf(detail, reader),
    ],
  },
  'review-requested': {
    kind: 'decisions',
    text: ({ stage, track }, { words, names }) => words.reviewed(names.stage(stage, track)),
    more: (detail, reader) => [noteOf(detail, reader), overrideOf(detail, reader)],
  },
  'gate-decided': {
    kind: 'decisions',
    text: ({ stage, track, outcome, toStage = stage }, { words, names }) =>
      words.decided[outcome](names.stage(stage, track), names.stage(toStage)),
    more: (detail, reader) => [reader.words.reason(detail.reason), overrideOf(detail, reader)],
  },
  resumed: { kind: 'decisions', text: (_, { words }) => words.resumed },
  'handed-over': { kind: 'locality', text: (_, { words }) => words.handedOver },
  repaired: { kind: 'locality', text: (_, { words }) => words.repaired },
  'commitment-created': {
    kind: 'commitments',
    text: ({ action = '' }, { words }) => words.committed(action),
    more: (detail, reader) => [noteOf(detail, reader), documentsOf(detail, reader)],
  },
  'commitments-imported': {
    kind: 'commitments',
    text: ({ commitments }, { words }) => words.imported(commitments.length),
  },
  'commitment-edited': {
    kind: 'commitments',
    text: ({ commitment, ...edit }, { words, formats, names }) => {
      const called = names.commitment(commitment);
      const given = Object.keys(edit).flatMap((field) => (isKey(words.commitmentFields, field) ? field : []));
      const fields = given.map((field) => words.commitmentFields[field].inSentence);
      // How it stands is what most edits are about.
      return edit.status && given.every((field) => standing.has(field))
        ? words.commitmentStatus(called, names.commitmentStatus(edit.status))
        : words.commitmentEdited(formats.list(fields), called);
    },
    more: (detail, reader) => [dayOf(detail, reader), noteOf(detail, reader), documentsOf(detail, reader)],
  },
  'commitment-answered': {
    kind: 'commitments',
    text: ({ commitment, answer }, { words, names }) => words.answered[answer](names.commitment(commitment)),
    more: (detail, reader) => [dayOf(detail, reader), noteOf(detail, reader)],
  },
  'commitment-escalated': {
    kind: 'commitments',
    text: ({ commitment }, { words, names }) => words.escalated(names.commitment(commitment)),
  },
  'commitment-to-tell-in-person': {
    kind: 'commitments',
    text: ({ commitment }, { words, names }) => words.toTellInPerson(names.commitment(commitment)),
  },
  'task-done': {
    kind: 'commitments',
    text: ({ kind }, { words }) => (isKey(words.taskDone, kind) ? words.taskDone[kind] : words.other(kind)),
    more: (detail, reader) => [noteOf(detail, reader)],
  },
  'objective-created': { kind: 'work', text: ({ name }, { words }) => words.objectiveCreated(name) },
  'line-created': { kind: 'work', text: ({ name }, { words }) => words.lineCreated(name) },
  'lines-imported': {
    kind: 'work',
    text: ({ lines }, { words }) => words.linesImported(lines.length),
    more: ({ lines }, { words, formats }) => [
      lines.length > 0 && formats.list(lines.map(({ name }) => words.quoted(name))),
    ],
  },
  'line-edited': {
    kind: 'work',
    text: ({ line, target, targetWas }, { words, formats }) =>
      target === undefined || targetWas === undefined
        ? words.lineEdited(line)
        : words.lineRetargeted(
            line,
            formats.number(targetWas),
            target === null ? words.noFigure : formats.number(target),
          ),
    more: ({ reason }, { words }) => [reason !== undefined && words.reason(reason)],
  },
  'entries-recorded': {
    kind: 'work',
    text: ({ entries }, { words, formats }) =>
      words.recorded(entries.length, formats.list([...new Set(entries.map(({ line }) => line))])),
    more: ({ entries }, { words }) => {
      const corrections = entries.filter(({ corrects }) => corrects !== undefined).length;
      return [corrections > 0 && words.corrected(corrections)];
    },
  },
  'group-created': {
    kind: 'work',
    text: ({ name, formedOn }, { words, formats }) => words.groupCreated(name, formats.date(formedOn)),
  },
  'group-edited': { kind: 'work', text: ({ name }, { words }) => words.groupEdited(name) },
  'report-missing': {
    kind: 'work',
    text: ({ name, until }, { words, formats }) => words.reportMissing(name, formats.date(until)),
  },
  'session-planned': {
    kind: 'work',
    text: ({ on }, { words, formats }) => words.sessionPlanned(formats.date(on)),
  },
  'session-edited': {
    kind: 'work',
    text: ({ on }, { words, formats }) => words.sessionEdited(formats.date(on)),
  },
  'session-convened': {
    kind: 'work',
    text: ({ on, convened }, { words, formats }) => words.sessionConvened(convened, formats.date(on)),
  },
  'session-answered': {
    kind: 'work',
    text: ({ on, answer }, { words, formats }) =>
      words.sessionAnswered(answer === 'will-come', formats.date(on)),
  },
  'session-cancelled': {
    kind: 'work',
    text: ({ on }, { words, formats }) => words.sessionCancelled(formats.date(on)),
    more: ({ reason }, { words }) => [words.reason(reason)],
  },
  'session-held': {
    kind: 'work',
    text: ({ on, attendance }, { words, formats }) => words.sessionHeld(formats.date(on), attendance),
    more: ({ agreements }, { words }) => agreements.map(({ action }) => words.agreement(action)),
  },
  'survey-imported': {
    kind: 'findings',
    text: ({ wave, respondents }, { words }) => words.surveyed[wave](respondents),
    more: voidedOf,
  },
  'targeting-decided': {
    kind: 'findings',
    text: ({ rank }, { words, formats }) =>
      rank === undefined ? words.targetedUnranked : words.targeted(formats.number(rank)),
    more: voidedOf,
  },
  'texts-erased': {
    kind: 'commitments',
    text: ({ stakeholder }, { words }) => (stakeholder ? words.textsErased : words.documentRemoved),
    more: (detail, reader) => [
      detail.commitments.length > 0 && reader.words.withoutResponsible(detail.commitments.length),
      ...voidedOf(detail, reader),
    ],
  },
  [mailActions.sent]: mailed('mailSent'),
  [mailActions.failed]: mailed('mailFailed'),
  [mailActions.kept]: mailed('mailKept'),
};

function formatted<A extends Action>({ action, detail }: AuditEventOf<A>, reader: Reader): FormattedEvent {
  const { text, more }: Shown<AuditDetails[A]> = shown[action];
  const lines = more?.(detail, reader) ?? [];
  return { text: text(detail, reader), more: lines.flatMap((line) => line || []) };
}

/** What an entry is about; what this version of the app does not know concerns the locality itself. */
export const kindOf = (action: string): Kind => (isKey(shown, action) ? shown[action].kind : 'locality');

/** Tells an entry; one that this version of the app does not know is told by the name of its action. */
export function formatEvent(
  entry: HistoryEntry,
  words: typeof history,
  formats: Formats,
  names: Names,
): FormattedEvent {
  const event = localityEventOf(entry);
  if (!event) return { text: words.other(entry.action), more: [] };
  return formatted(event, { words, formats, names });
}
