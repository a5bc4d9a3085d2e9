import type { Caller } from '../caller.ts';
import { canonicalJson } from '../canonical-json.ts';
import { bumpRevision, type Change, type Moment } from '../change.ts';
import { type Commitment, isOpen } from '../commitment.ts';
import type { Evidence } from '../evidence.ts';
import { freeTextsIn, partAt } from '../free-texts.ts';
import type { Locality } from '../locality.ts';
import { erasedMark, type NamedPerson } from '../names-in-text.ts';
import { sumsOf } from '../roll-up.ts';
import { difference, sumOf } from '../tally.ts';
import type { Task, TaskKey } from '../task.ts';
import type { Visit } from '../visit.ts';
import { counted, tasksOf } from './commitments.ts';
import { type Office, voidReviews } from './void-reviews.ts';

/** Whose traces are erased, by id and by how texts name them; and files that are evidence no more, with their names. */
export interface Erasing {
  person?: { id: string; named: NamedPerson };
  files: ReadonlySet<string>;
}

/** A line of a locality's history, as far as it is looked at. */
interface Line {
  seq: number;
  actor: string;
  action: string;
  detail: Record<string, unknown>;
}

/** All that is kept of a locality in which somebody may be named. */
export interface Kept {
  locality: Locality;
  visits: readonly Visit[];
  commitments: readonly Commitment[];
  tasks: readonly Task[];
  lines: readonly Line[];
  /** The names under which the files of its evidence were sent, by their ids. */
  fileNames: ReadonlyMap<string, string>;
}

/** What one transaction erases of a locality. */
export interface Erasure {
  /** What its event tells of lines is for the store to add, which digests what is left of them. */
  change: Omit<Change, 'event'>;
  /** The commitments that nobody is responsible for from now on. */
  commitments: number[];
  /** By the number of the line, what is to stand at places of its detail from now on. */
  lines: Map<number, Map<string, unknown>>;
  /** The files that nothing names any more: they go before this is written. */
  files: string[];
  /** The reviews that this makes void. */
  reviewsVoided?: ReturnType<typeof voidReviews>['voided'];
}

/** So much fits one transaction, with all that goes with each; what is left is for the next. */
const most = { commitments: 8, visits: 8, lines: 20 };

/**
 * The commitments that somebody was ever responsible for, by number, and the lines that are about one while they were. An edit
 * that names another is still about what they had promised.
 */
function promisedBy(person: string | undefined, lines: readonly Line[]) {
  const theirLines = new Set<Line>();
  const wereTheirs = new Set<unknown>();
  const theirs = new Set<unknown>();
  const named = (number: unknown, responsible: unknown) => {
    const isTheirs = person !== undefined && responsible === person;
    if (isTheirs) wereTheirs.add(number);
    theirs[isTheirs ? 'add' : 'delete'](number);
  };
  for (const line of lines) {
    const { action, detail } = line;
    const { commitment, subject } = detail;
    const commitments: unknown[] = Array.isArray(detail.commitments) ? detail.commitments : [];
    const number = action === 'task-done' ? Number(subject) : commitment;
    const wasTheirs = theirs.has(number);
    if (action === 'commitments-imported')
      for (const one of commitments) named(partAt(one, 'commitment'), partAt(one, 'responsible'));
    if (action === 'commitment-created' || (action === 'commitment-edited' && 'responsible' in detail))
      named(commitment, detail.responsible);
    if (wasTheirs || theirs.has(number)) theirLines.add(line);
    if (action === 'texts-erased') for (const one of commitments) theirs.delete(one);
  }
  return { theirLines, wereTheirs };
}

interface NamedEvidence {
  title: string;
  url?: string;
  fileId?: string;
}
const isEvidence = (one: unknown): one is NamedEvidence => typeof partAt(one, 'title') === 'string';

/** Judges what somebody wrote: what is left of a text, of evidence, where it is about them and where it is not. */
function judging({ person, files }: Erasing, fileNames: ReadonlyMap<string, string>) {
  const names = (text = '') => person !== undefined && person.named.blank(text) !== text;
  const stays = ({ title, url, fileId }: NamedEvidence) =>
    !(names(title) || names(url) || (fileId && (files.has(fileId) || names(fileNames.get(fileId)))));
  return {
    evidence: <Of extends NamedEvidence>(all: readonly Of[]): Of[] => all.filter(stays),
    text: (text: string, isTheirs = false): string => {
      if (!person) return text;
      return isTheirs ? person.named.blankAll(text) : person.named.blank(text);
    },
  };
}
type Judging = ReturnType<typeof judging>;

const same = (one: unknown, other: unknown): boolean =>
  canonicalJson(JSON.parse(JSON.stringify(one))) === canonicalJson(JSON.parse(JSON.stringify(other)));

/** What is left of a commitment. Of a promise of theirs: what was promised, without a name; note, reply and evidence go. */
function ofCommitment(
  one: Commitment,
  { status }: Pick<Locality, 'status'>,
  person: string | undefined,
  wasTheirs: boolean,
  left: Judging,
): Commitment {
  const isUnderWay = status === 'active' || status === 'on-hold';
  const isTheirs = person !== undefined && one.responsible === person;
  const about = isTheirs || wasTheirs;
  const { answer } = one;
  const note = (text: string | undefined) => text && left.text(text, about);
  return {
    ...one,
    action: left.text(one.action, about),
    coResponsible: one.coResponsible.filter((id) => id !== person),
    note: isTheirs ? undefined : note(one.note),
    answer: answer && { ...answer, note: isTheirs ? undefined : note(answer.note) },
    evidence: isTheirs ? [] : left.evidence(one.evidence),
    // Nobody keeps an open promise of somebody who is not known any more: it counts as one that nobody is named for.
    ...(isTheirs && isUnderWay && isOpen(one)
      ? { responsible: undefined, sector: undefined, remindOn: undefined, escalatedOn: undefined }
      : {}),
  };
}

function ofVisit(visit: Visit, left: Judging): Visit {
  const { activities, review, decisions } = visit;
  const note = (text: string | undefined) => text && left.text(text);
  const reviewed = (one: Visit['review']) =>
    one && {
      ...one,
      note: note(one.note),
      override: one.override && { ...one.override, reason: left.text(one.override.reason) },
    };
  return {
    ...visit,
    activities: Object.fromEntries(
      Object.entries(activities).map(([key, record]) => [
        key,
        { ...record, note: note(record.note), evidence: left.evidence(record.evidence) },
      ]),
    ),
    review: reviewed(review),
    decisions: decisions.map((one) => ({
      ...one,
      reason: left.text(one.reason),
      review: reviewed(one.review),
    })),
  };
}

/** What is to stand at the places of a line where something is erased. */
function ofLine(
  { action, actor, detail }: Line,
  person: string | undefined,
  isTheirs: boolean,
  left: Judging,
) {
  const parts = new Map<string, unknown>();
  for (const path of freeTextsIn(action, detail)) {
    const value = partAt(detail, path);
    const [, row] = /^commitments\.(\d+)\.action$/.exec(path) ?? [];
    const promisedBy = row === undefined ? undefined : partAt(detail, `commitments.${row}.responsible`);
    const about =
      isTheirs ||
      (person !== undefined &&
        [actor, `stakeholder:${String(promisedBy)}`].includes(`stakeholder:${person}`));
    if (Array.isArray(value)) {
      const stays = about ? [] : left.evidence(value.filter(isEvidence));
      if (stays.length < value.length) parts.set(path, stays);
    } else if (typeof value === 'string') {
      const stays = about && path === 'note' ? erasedMark : left.text(value, about);
      if (stays !== value) parts.set(path, stays);
    }
  }
  return parts;
}

const filesIn = (evidence: readonly Evidence[]) => evidence.flatMap(({ fileId }) => fileId ?? []);
/** The files that commitments and activities are shown by, each once. */
export const filesOf = (commitments: readonly Commitment[], visits: readonly Visit[]): Set<string> =>
  new Set([
    ...commitments.flatMap(({ evidence }) => filesIn(evidence)),
    ...visits.flatMap(({ activities }) =>
      Object.values(activities).flatMap(({ evidence }) => filesIn(evidence)),
    ),
  ]);

/**
 * Erases what a locality keeps of somebody, or of files: what is left of it, as much as one transaction takes. `undefined` once
 * nothing is left to be erased. Open promises of theirs lose their responsible, which is a task at once; evidence that goes
 * while a review of its visit waits makes the review void.
 */
export function eraseTraces(
  erasing: Erasing,
  kept: Kept,
  office: Office,
  caller: Caller,
  { now }: Moment,
): Erasure | undefined {
  const person = erasing.person?.id;
  const { locality, fileNames } = kept;
  const revision = locality.revision + 1;
  const left = judging(erasing, fileNames);

  const { theirLines, wereTheirs } = promisedBy(person, kept.lines);
  const pairs = kept.commitments
    .map((was) => ({ was, is: ofCommitment(was, locality, person, wereTheirs.has(was.number), left) }))
    .filter(({ was, is }) => !same(was, is))
    .slice(0, most.commitments)
    .map(({ was, is }) => ({ was, is: { ...is, revision, writes: was.writes + 1 } }));
  const visited = kept.visits
    .map((was) => ({ was, is: ofVisit(was, left) }))
    .filter(({ was, is }) => !same(was, is))
    .slice(0, most.visits);
  const lines = new Map(
    kept.lines
      .map((line) => [line.seq, ofLine(line, person, theirLines.has(line), left)] as const)
      .filter(([, parts]) => parts.size > 0)
      .slice(0, most.lines),
  );

  const orphaned = pairs.filter(
    ({ was, is }) => was.responsible !== undefined && is.responsible === undefined,
  );
  const numbers = new Set(orphaned.map(({ was }) => String(was.number)));
  const cleared: TaskKey[] = [
    ...orphaned.flatMap(({ was }) => tasksOf(was).filter(({ kind }) => kind !== 'responsible-erased')),
    ...kept.tasks.filter(({ subject }) => subject === person),
  ];
  const noted = kept.tasks.flatMap((task) => {
    if (task.note === undefined || task.subject === person || numbers.has(task.subject)) return [];
    const isTheirs = kept.commitments.some(
      (one) => person !== undefined && one.responsible === person && String(one.number) === task.subject,
    );
    const note = isTheirs ? undefined : left.text(task.note);
    return note === task.note ? [] : [{ ...task, note }];
  });
  const tasks = {
    open: [
      ...noted,
      ...orphaned.map(
        ({ was: { number, dueOn } }): Task => ({
          kind: 'responsible-erased',
          subject: String(number),
          locality: locality.id,
          since: now,
          dueOn,
        }),
      ),
    ],
    clear: cleared,
  };
  if (pairs.length + visited.length + lines.size + tasks.open.length + tasks.clear.length === 0)
    return undefined;

  let after = locality;
  for (const { was, is } of pairs) after = { ...after, ...counted(after, is, was) };
  after = bumpRevision(after, {});
  const bumped = visited.map(({ was, is }) => ({ was, is: bumpRevision(is, {}) }));
  const lost = bumped.filter(({ was, is }) => evidenceGone(was, is));
  const others = bumped.filter((one) => !lost.includes(one)).map(({ is }) => is);
  const voided = voidReviews(
    after,
    lost.map(({ is }) => is),
    office,
    caller,
  );

  const before = filesOf(
    pairs.map(({ was }) => was),
    visited.map(({ was }) => was),
  );
  const still = filesOf(
    pairs.map(({ is }) => is),
    visited.map(({ is }) => is),
  );
  return {
    change: {
      locality: voided.locality,
      visits: [...others, ...voided.visits],
      commitments: pairs.map(({ is }) => is),
      sums: sumOf(pairs.map(({ was, is }) => difference(sumsOf(is), sumsOf(was)))),
      tasks,
      outbox: voided.outbox,
    },
    commitments: orphaned.map(({ was }) => was.number),
    lines,
    reviewsVoided: voided.voided,
    files: [...before].filter((id) => !still.has(id)),
  };
}

/** Whether a visit has less to show for its activities than it had. */
const evidenceGone = (was: Visit, is: Visit): boolean =>
  Object.entries(was.activities).some(
    ([key, { evidence }]) => evidence.length > (is.activities[key]?.evidence.length ?? 0),
  );
