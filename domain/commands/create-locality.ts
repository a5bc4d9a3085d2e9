import * as z from 'zod';
import type { Caller } from '../caller.ts';
import { type Change, type Moment, startExecution } from '../change.ts';
import { enterStage, type Locality } from '../locality.ts';
import { line } from '../plain-text.ts';
import type { Programme } from '../programme.ts';
import { properName } from '../proper-name.ts';
import { EnteredGeometry } from '../territory/entered-geometry.ts';
import { User } from '../user.ts';

const details = {
  name: properName(200),
  code: line(40),
  population: z.int().min(0).max(50_000_000),
  geometry: EnteredGeometry,
  coordinators: z.array(User).min(1).max(12),
};

export const NewLocality = z.strictObject({
  name: details.name,
  /** The id of a programme: the locality walks its newest version. */
  programme: z.string(),
  code: details.code.optional(),
  population: details.population.optional(),
  geometry: details.geometry.optional(),
  /** User names; whoever creates the locality, when left out. */
  coordinators: details.coordinators.optional(),
});
export type NewLocality = z.infer<typeof NewLocality>;

/** `null` takes away what was written down. */
export const LocalityEdit = z
  .strictObject({
    ...details,
    code: details.code.nullable(),
    population: details.population.nullable(),
    geometry: details.geometry.nullable(),
  })
  .partial()
  .refine((edit) => Object.keys(edit).length > 0, 'nothing-to-change');
export type LocalityEdit = z.infer<typeof LocalityEdit>;

/** A new locality enters the first stage of its programme; its workflow is to be started. */
export function createLocality(
  { id, programme }: { id: string; programme: Programme },
  command: NewLocality,
  caller: Caller,
  { now, today }: Moment,
): Change {
  const { geometry, coordinators = [caller.user], programme: _, ...known } = command;
  const [first] = programme.stages;
  if (!first) throw new Error(`${programme.id} has no stages`);
  const before: Locality = {
    id,
    ...known,
    coordinators,
    programme: { id: programme.id, version: programme.version },
    status: 'active',
    generation: 1,
    generationSince: now,
    visits: {},
    commitments: 0,
    commitmentsBy: {},
    overrides: [],
    createdOn: today,
    createdAt: now,
    createdBy: caller.user,
    revision: 1,
    detailsRevision: 1,
    headHash: '',
  };
  const locality = enterStage(before, programme, first.key);
  return {
    locality,
    visits: [],
    geometry,
    event: {
      actor: caller.user,
      action: 'locality-created',
      detail: { name: command.name, programme: locality.programme, coordinators },
    },
    outbox: [startExecution(locality)],
  };
}
