import * as z from 'zod';
import { LocalDate, localDate } from '../../domain/calendar.ts';
import { maySee } from '../../domain/caller.ts';
import { CommitmentId, commitmentId } from '../../domain/commitment.ts';
import {
  type DerivedTask,
  gatesOfSectors,
  taskKinds,
  tasksOfLocality,
  tasksOfMatrix,
  tasksOfReview,
} from '../../domain/derived-tasks.ts';
import type { Locality } from '../../domain/locality.ts';
import { partOf, stageOf } from '../../domain/locality.ts';
import { policies } from '../../domain/policies.ts';
import { StakeholderId } from '../../domain/stakeholder.ts';
import type { Task } from '../../domain/task.ts';
import type { CommitmentStore } from '../../store/commitments.ts';
import { matrixCountsOf } from '../../store/matrix-counts.ts';
import { functionWords, nameWords } from '../../words/languages.ts';
import type { ApiDependencies } from './dependencies.ts';
import { noInput, route } from './route.ts';

const TaskView = z.object({
  id: z.string(),
  kind: z.enum(taskKinds),
  locality: z.string(),
  localityName: z.string(),
  since: LocalDate,
  dueOn: LocalDate.optional(),
  /** What is the matter, and what clears it. */
  what: z.string(),
  action: z.string(),
  commitment: CommitmentId.optional(),
  stakeholder: StakeholderId.optional(),
});

/** A task with the names and figures that its sentences need. */
interface Described {
  task: Pick<DerivedTask, 'kind' | 'locality' | 'subject' | 'since' | 'dueOn'> | Task;
  locality: Locality;
  about: { subject: string; note?: string; person?: string; sectors?: string };
  commitment?: string;
  stakeholder?: string;
}

/** Subjects of tasks about commitments are their numbers. */
const isNumber = (subject: string) => /^\d+$/.test(subject);

async function commitmentsNamed(commitments: CommitmentStore, tasks: Task[]) {
  const keys = new Map(
    tasks
      .filter(({ subject }) => isNumber(subject))
      .map(({ locality, subject }) => ({ locality, number: Number(subject) }))
      .map((key) => [commitmentId(key), key]),
  );
  const found = await commitments.many([...keys.values()]);
  return new Map(found.map((one) => [commitmentId(one), one]));
}

async function storedTasks(
  { tasks, commitments, stakeholders }: ApiDependencies,
  seen: Map<string, Locality>,
): Promise<Described[]> {
  const stored: Task[] = [];
  for await (const task of tasks.all()) if (seen.has(task.locality)) stored.push(task);
  const named = await commitmentsNamed(commitments, stored);
  const described = stored.map(async (task): Promise<Described[]> => {
    const locality = seen.get(task.locality);
    if (!locality) return [];
    const id = `${task.locality}.${task.subject}`;
    const commitment = isNumber(task.subject) ? named.get(id) : undefined;
    const stakeholder = isNumber(task.subject) ? commitment?.responsible : task.subject;
    const person = stakeholder && (await stakeholders.contact(stakeholder))?.name;
    const subject = commitment?.action ?? person ?? task.subject;
    const about = { subject, note: task.note, person };
    return [{ task, locality, about, commitment: commitment && id, stakeholder }];
  });
  return (await Promise.all(described)).flat();
}

/** GET /api/tasks: what the coordinators have to do, soonest first. */
export const listTasks = route({
  method: 'GET',
  path: '/api/tasks',
  summary: 'What is to be done, soonest first, each with what clears it',
  policy: policies.task.list,
  params: noInput,
  query: noInput,
  body: noInput,
  responses: { 200: z.object({ items: z.array(TaskView) }) },
  run:
    (dependencies: ApiDependencies) =>
    async ({ caller, language }) => {
      const { localities, visits, programmes, municipality, moment } = dependencies;
      const { today } = moment();
      const seen = new Map<string, Locality>();
      const derived: DerivedTask[] = [];
      for await (const locality of localities.all()) {
        if (!maySee(caller, locality)) continue;
        seen.set(locality.id, locality);
        derived.push(...tasksOfLocality(locality, today));
        const gates = gatesOfSectors(locality, programmes.exact(locality.programme));
        if (gates.length > 0) {
          const counts = await matrixCountsOf(dependencies, locality);
          derived.push(...gates.flatMap((gate) => tasksOfMatrix(locality, gate, counts)));
        }
        const inReview = locality.position?.gates.some(({ state }) => state === 'in-review');
        if (inReview && locality.status === 'active')
          derived.push(...(await visits.current(locality)).flatMap((visit) => tasksOfReview(visit, today)));
      }
      const gates = derived.flatMap((task): Described[] => {
        const locality = seen.get(task.locality);
        if (!locality) return [];
        const programme = programmes.exact(locality.programme);
        const { stage, track, requestedBy, sectors = [] } = task;
        const named = track ? partOf(programme, stage, track) : stageOf(programme, stage);
        return [
          {
            task,
            locality,
            about: {
              subject: named.name[language],
              person: requestedBy,
              sectors: sectors.map((sector) => nameWords[language].sectors[sector]).join(', '),
            },
          },
        ];
      });
      const words = functionWords[language].tasks;
      const items = [...gates, ...(await storedTasks(dependencies, seen))].map(
        ({ task: { kind, subject, since, dueOn }, locality: { id, name }, about, ...named }) => ({
          id: `${id}_${kind}_${subject}`,
          kind,
          locality: id,
          localityName: name,
          since: since.includes('T') ? localDate(new Date(since), municipality.timeZone) : since,
          dueOn,
          what: words[kind].what(about),
          action: words[kind].action,
          ...named,
        }),
      );
      const soonest = (one: (typeof items)[number]) => `${one.dueOn ?? one.since} ${one.since} ${one.id}`;
      items.sort((a, b) => (soonest(a) < soonest(b) ? -1 : 1));
      return { response: { status: 200, body: { items } } };
    },
});
