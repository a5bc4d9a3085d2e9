import * as z from 'zod';
import { LocalDate, localDate } from '../../domain/calendar.ts';
import type { Caller } from '../../domain/caller.ts';
import { CommitmentId, commitmentId } from '../../domain/commitment.ts';
import {
  type DerivedTask,
  type TaskKind,
  taskKinds,
  tasksOfGates,
  tasksOfOverrides,
  tasksOfReview,
} from '../../domain/derived-tasks.ts';
import { Problem } from '../../domain/errors.ts';
import type { Language } from '../../domain/language.ts';
import { agendaKinds } from '../../domain/listing.ts';
import type { Locality } from '../../domain/locality.ts';
import { gateName } from '../../domain/locality.ts';
import { policies } from '../../domain/policies.ts';
import type { PrivacyRequest } from '../../domain/privacy-request.ts';
import { StakeholderId } from '../../domain/stakeholder.ts';
import type { Task } from '../../domain/task.ts';
import { functionWords, nameWords } from '../../words/languages.ts';
import { orderOf, type Reason, reasonsFor } from './agenda.ts';
import type { ApiDependencies } from './dependencies.ts';
import { namesOfPeople } from './known-ids.ts';
import { listOf, Paging } from './representations.ts';
import { noInput, route } from './route.ts';

const TaskView = z.object({
  id: z.string(),
  kind: z.enum(taskKinds),
  /** None where it is about no locality. */
  locality: z.string().optional(),
  localityName: z.string().optional(),
  since: LocalDate,
  dueOn: LocalDate.optional(),
  /** What is the matter, and what clears it. */
  what: z.string(),
  action: z.string(),
  commitment: CommitmentId.optional(),
  stakeholder: StakeholderId.optional(),
});

/** Where a page of tasks ends: at a reason, behind so many of the tasks that follow from it. */
const Cursor = z
  .string()
  .regex(new RegExp(`^\\d{4}-\\d\\d-\\d\\d#\\S+ (${agendaKinds.join('|')}) \\d{1,3}$`))
  .transform((text) => {
    const [place = '', kind = '', number] = text.split(' ');
    return { place, order: `${place} ${kind}`, shown: Number(number) };
  });

/** A task with the names and figures that its sentences need. */
interface Described {
  task: { kind: TaskKind; subject: string; since: string; dueOn?: LocalDate };
  locality?: Locality;
  about: { subject: string; note?: string; person?: string; sectors?: string };
  commitment?: string;
  stakeholder?: string;
}

/** Subjects of tasks about commitments are their numbers. */
const isNumber = (subject: string) => /^\d+$/.test(subject);

/** Reads what the sentences of tasks name, of all of them together. */
async function named(dependencies: ApiDependencies, caller: Caller, reasons: readonly Reason[]) {
  const { visits, commitments } = dependencies;
  const tasks = reasons.flatMap(({ task }) => task ?? []);
  const inReview = reasons.flatMap(({ kind, locality }) => (kind === 'waiting' ? locality : []));
  const keys = tasks
    .filter(({ subject }) => isNumber(subject))
    .map(({ locality, subject }) => ({ locality, number: Number(subject) }));
  const unique = new Map(keys.map((key) => [commitmentId(key), key]));
  const [reviewed, found] = await Promise.all([
    visits.inReview(inReview),
    commitments.many([...unique.values()]),
  ]);
  const promised = new Map(found.map((one) => [commitmentId(one), one]));
  // What has a name of its own is about nobody.
  const personOf = ({ locality, subject, about }: Task) =>
    about === undefined &&
    (isNumber(subject) ? promised.get(`${locality}.${subject}`)?.responsible : subject);
  const asking = reasons.flatMap((reason) =>
    reason.kind === 'privacy-request' ? (reason.request.stakeholder ?? []) : [],
  );
  const people = [...tasks.flatMap((task) => personOf(task) || []), ...asking];
  const names = await namesOfPeople(dependencies, caller, people);
  return { reviewed: Map.groupBy(reviewed, ({ locality }) => locality), promised, personOf, names };
}
type Named = Awaited<ReturnType<typeof named>>;

function describeKept(task: Task, locality: Locality, { promised, personOf, names }: Named): Described {
  const id = `${task.locality}.${task.subject}`;
  const commitment = isNumber(task.subject) ? promised.get(id) : undefined;
  const stakeholder = personOf(task) || undefined;
  const person = stakeholder && names.get(stakeholder);
  const subject = commitment?.action ?? person ?? task.about ?? task.subject;
  return {
    task,
    locality,
    about: { subject, note: task.note, person },
    commitment: commitment && id,
    stakeholder,
  };
}

function describeDerived(
  task: DerivedTask,
  locality: Locality,
  { programmes }: ApiDependencies,
  language: Language,
): Described {
  const programme = programmes.exact(locality.programme);
  const { stage, track, requestedBy, sectors = [] } = task;
  const about = {
    subject: gateName(programme, stage, track)[language],
    person: requestedBy,
    sectors: sectors.map((sector) => nameWords[language].sectors[sector]).join(', '),
  };
  return { task, locality, about };
}

function describeRequest(
  { id, kind, stakeholder, name, receivedOn, dueOn }: PrivacyRequest,
  { names }: Named,
  language: Language,
): Described {
  return {
    task: { kind: 'privacy-request', subject: id, since: receivedOn, dueOn },
    about: {
      subject: functionWords[language].privacyRequests[kind],
      person: name ?? (stakeholder && names.get(stakeholder)),
    },
    stakeholder,
  };
}

/** The tasks that follow from a reason, the soonest first. */
function tasksOf(
  reason: Reason,
  known: Named,
  dependencies: ApiDependencies,
  language: Language,
  today: LocalDate,
): Described[] {
  if (reason.kind === 'privacy-request') return [describeRequest(reason.request, known, language)];
  const { kind, locality, task } = reason;
  if (kind === 'task') return task ? [describeKept(task, locality, known)] : [];
  const derived =
    kind === 'override'
      ? tasksOfOverrides(locality, today)
      : [
          ...tasksOfGates(locality, today),
          ...(known.reviewed.get(locality.id) ?? []).flatMap((visit) => tasksOfReview(visit, today)),
        ];
  const dayOf = ({ dueOn, since, subject }: DerivedTask) => `${dueOn ?? since} ${subject}`;
  return derived
    .sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1))
    .map((one) => describeDerived(one, locality, dependencies, language));
}

/**
 * GET /api/tasks: what the coordinators have to do, soonest first, page by page. What is to be done in one locality about its
 * gates stands together, where the soonest of it stands. A page may be short although others follow.
 */
export const listTasks = route({
  method: 'GET',
  path: '/api/tasks',
  summary: 'What is to be done, soonest first, each with what clears it',
  policy: policies.task.list,
  readsPersonalData: true,
  params: noInput,
  query: Paging.extend({ cursor: z.string().max(300).optional() }),
  body: noInput,
  responses: { 200: listOf(TaskView) },
  run:
    (dependencies: ApiDependencies) =>
    async ({ query: { limit, cursor }, caller, language }) => {
      const { municipality, moment } = dependencies;
      const { today } = moment();
      const after = cursor === undefined ? undefined : Cursor.safeParse(cursor).data;
      if (cursor !== undefined && !after)
        throw new Problem('invalid-request', { errors: [{ path: 'cursor', message: 'unknown-cursor' }] });
      // The one that the page before ended with is read again, and perhaps another kind at its place.
      const most = limit + (after ? agendaKinds.length : 0);
      const found = await (await reasonsFor(dependencies, caller, today))(after?.place, most);
      const reasons = found
        .flatMap((reason) => reason ?? [])
        .filter((reason) => !after || orderOf(reason) >= after.order);
      const known = await named(dependencies, caller, reasons);
      const all = reasons.flatMap((reason) => {
        const skipped = after && orderOf(reason) === after.order ? after.shown : 0;
        return tasksOf(reason, known, dependencies, language, today)
          .map((task, at) => ({ task, end: `${orderOf(reason)} ${at + 1}` }))
          .slice(skipped);
      });
      const shown = all.slice(0, limit);
      const last = reasons.at(-1);
      const isWhole = all.length <= limit && found.length < most;
      // Where what was read gives nothing to show, the next page begins behind it all the same.
      const end = all.length > limit ? shown.at(-1)?.end : last && `${orderOf(last)} 999`;
      const words = functionWords[language].tasks;
      const items = shown.map(({ task: { task, locality, about, ...links } }) => {
        const { kind, subject, since, dueOn } = task;
        return {
          id: `${locality?.id ?? ''}_${kind}_${subject}`,
          kind,
          locality: locality?.id,
          localityName: locality?.name,
          since: since.includes('T') ? localDate(new Date(since), municipality.timeZone) : since,
          dueOn,
          what: words[kind].what(about),
          action: words[kind].action,
          ...links,
        };
      });
      const soonest = (one: (typeof items)[number]) => `${one.dueOn ?? one.since} ${one.since} ${one.id}`;
      items.sort((a, b) => (soonest(a) < soonest(b) ? -1 : 1));
      return { response: { status: 200, body: { items, nextCursor: isWhole ? undefined : end } } };
    },
});
