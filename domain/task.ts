import * as z from 'zod';
import { Instant, LocalDate } from './calendar.ts';
import { LocalityId } from './locality.ts';

/** What only a person can clear, found while the work went on; each kind names what clears it. */
export const StoredTaskKind = z.enum([
  'cannot',
  'escalated',
  'bounced',
  'complained',
  'tell-in-person',
  'responsible-erased',
  'report-missing',
]);
export type StoredTaskKind = z.infer<typeof StoredTaskKind>;

/** Something a coordinator has to do. One for each kind and subject: asking again does not add another. */
export const Task = z.object({
  kind: StoredTaskKind,
  /** What it is about: the number of a commitment, the id of a stakeholder, or the key of a plan line. */
  subject: z.string(),
  locality: LocalityId,
  since: Instant,
  dueOn: LocalDate.optional(),
  /** What a plan line is called; of the others the name is looked up. */
  about: z.string().optional(),
  /** What the person said with it. */
  note: z.string().optional(),
});
export type Task = z.infer<typeof Task>;

export type TaskKey = Pick<Task, 'kind' | 'subject' | 'locality'>;

/** Names a task in addresses: `<locality>_<kind>_<subject>`. */
export const taskId = ({ locality, kind, subject }: TaskKey) => `${locality}_${kind}_${subject}`;
