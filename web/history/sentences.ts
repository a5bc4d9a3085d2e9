import type { history } from '../../words/es/history.ts';
import type { HistoryEntry } from '../api/types.ts';
import type { Formats } from '../words/format.ts';
import { Detail } from './detail.ts';

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

type Formatter = (
  detail: Detail,
  speech: { words: typeof history; formats: Formats; names: Names },
) => string;

const isKey = <T extends object>(of: T, key: string): key is string & keyof T => Object.hasOwn(of, key);
const named = (fields: Record<string, string>, detail: object): string[] =>
  Object.keys(detail).flatMap((field) => (isKey(fields, field) ? (fields[field] ?? []) : []));

const mailed =
  (said: 'mailSent' | 'mailFailed' | 'mailKept'): Formatter =>
  ({ message = '', to = '' }, { words, names }) => {
    const { mails } = words;
    return words[said](isKey(mails, message) ? mails[message] : mails.other, names.person(to));
  };

/** A sentence for each action of a locality's history. */
const formatters: Record<string, Formatter> = {
  'locality-created': ({ programme }, { words, names }) =>
    words.created(names.programme(programme?.id ?? '')),
  'locality-edited': (detail, { words, formats }) =>
    words.edited(formats.list(named(words.localityFields, detail))),
  'stage-opened': ({ stage = '', track, visit = 1, targetOn = '' }, { words, formats, names }) => {
    const called = names.stage(stage, track);
    const day = formats.date(targetOn);
    return visit > 1 ? words.openedAgain(called, formats.number(visit), day) : words.opened(called, day);
  },
  'activity-recorded': ({ stage = '', activity = '', status = '', was }, { words, names }) => {
    const said = status !== was && isKey(words.activity, status) ? status : 'same';
    return words.activity[said](names.activity(stage, activity));
  },
  'review-requested': ({ stage = '', track }, { words, names }) => words.reviewed(names.stage(stage, track)),
  'gate-decided': ({ stage = '', track, outcome = 'hold', toStage = stage }, { words, names }) =>
    words.decided[outcome](names.stage(stage, track), names.stage(toStage)),
  resumed: (_, { words }) => words.resumed,
  'handed-over': (_, { words }) => words.handedOver,
  repaired: (_, { words }) => words.repaired,
  'commitment-created': ({ action = '' }, { words }) => words.committed(action),
  'commitments-imported': ({ commitments = [] }, { words }) => words.imported(commitments.length),
  'commitment-edited': ({ commitment = 0, ...edit }, { words, formats, names }) => {
    const called = names.commitment(commitment);
    const fields = named(words.commitmentFields, edit);
    // How it stands is what most edits are about.
    return edit.status && fields.length <= 1
      ? words.commitmentStatus(called, names.commitmentStatus(edit.status))
      : words.commitmentEdited(formats.list(fields), called);
  },
  'commitment-answered': ({ commitment = 0, answer = 'in-progress' }, { words, names }) =>
    words.answered[answer](names.commitment(commitment)),
  'commitment-escalated': ({ commitment = 0 }, { words, names }) =>
    words.escalated(names.commitment(commitment)),
  'commitment-to-tell-in-person': ({ commitment = 0 }, { words, names }) =>
    words.toTellInPerson(names.commitment(commitment)),
  'task-done': ({ kind = '' }, { words }) =>
    isKey(words.taskDone, kind) ? words.taskDone[kind] : words.other(kind),
  'survey-imported': ({ wave = 'baseline', respondents = 0 }, { words }) => words.surveyed[wave](respondents),
  'targeting-decided': ({ rank }, { words, formats }) =>
    rank === undefined ? words.targetedUnranked : words.targeted(formats.number(rank)),
  'mail-sent': mailed('mailSent'),
  'mail-failed': mailed('mailFailed'),
  'mail-kept': mailed('mailKept'),
};

/** Tells an entry; an action that this version of the app does not know is told by its name. */
export function formatEvent(
  { action, detail }: HistoryEntry,
  words: typeof history,
  formats: Formats,
  names: Names,
): FormattedEvent {
  const parsed = Detail.safeParse(detail);
  const teller = isKey(formatters, action) ? formatters[action] : undefined;
  if (!parsed.success || !teller) return { text: words.other(action), more: [] };
  const { note, reason, override, evidence = [], figures, error, commitments = [] } = parsed.data;
  const { meetingsHeld, peopleTrained } = figures ?? {};
  const isMail = action.startsWith('mail-');
  return {
    text: teller(parsed.data, { words, formats, names }),
    more: [
      reason && words.reason(reason),
      note && words.note(note),
      override && words.underOverride(override.reason, formats.date(override.expiresOn)),
      meetingsHeld !== undefined && words.meetings(meetingsHeld),
      peopleTrained !== undefined && words.trained(peopleTrained),
      evidence.length > 0 && words.documents(evidence.length),
      isMail && commitments.length > 0 && words.about(commitments.length),
      isMail && error,
    ].flatMap((line) => line || []),
  };
}
