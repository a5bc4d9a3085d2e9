import * as z from 'zod';
import { Instant, LocalDate } from './calendar.ts';
import { Problem } from './errors.ts';
import { gatedParts } from './gated-part.ts';
import { LocalityId } from './locality-id.ts';
import { MatrixCounts } from './matrix-counts.ts';
import type { Programme, Stage } from './programme.ts';

export { LocalityId } from './locality-id.ts';

export const LocalityStatus = z.enum(['active', 'on-hold', 'completed', 'closed']);
export type LocalityStatus = z.infer<typeof LocalityStatus>;

/**
 * Where one gate of the current stage stands: `opening` until the workflow has opened its visit, then `open`,
 * `in-review` and, while a parallel track is still under way, `passed`.
 */
export const GateState = z.enum(['opening', 'open', 'in-review', 'passed']);
export type GateState = z.infer<typeof GateState>;

export const Gate = z.object({
  track: z.string().optional(),
  visit: z.int().min(1),
  state: GateState,
  openedOn: LocalDate.optional(),
  targetOn: LocalDate.optional(),
  /** Set where a criterion asks for commitments from every sector, so that what is missing is known without the programme. */
  sectors: z.literal(true).optional(),
});
export type Gate = z.infer<typeof Gate>;

/** A neighbourhood on its way through the stages of a programme. */
export const Locality = z.object({
  id: LocalityId,
  name: z.string(),
  code: z.string().optional(),
  population: z.int().optional(),
  /** As they were written down: an older table may name somebody in another form, until the reconciler has folded it. */
  coordinators: z.array(z.string()),
  programme: z.object({ id: z.string(), version: z.int() }),
  status: LocalityStatus,
  /** Raised whenever another workflow execution takes over. */
  generation: z.int().min(1),
  generationSince: Instant,
  /** The current stage and its gates; absent once the programme is completed or closed. */
  position: z.object({ stage: z.string(), gates: z.array(Gate).min(1) }).optional(),
  /** How many visits each gate has had, by `gateKey`. */
  visits: z.record(z.string(), z.int()),
  /** How many commitments its matrix has had; the next one's number is one more. */
  commitments: z.int().default(0),
  /** How many of them stand at each status; those at none are left out. */
  commitmentsBy: z.record(z.string(), z.int()).default({}),
  /** What they add up to; absent until the first, and where they are older than this until it is asked for. */
  matrixCounts: MatrixCounts.optional(),
  /** The gates that were passed although criteria were unmet, until somebody says that each is settled. */
  overrides: z
    .array(
      z.object({
        stage: z.string(),
        track: z.string().optional(),
        visit: z.int().min(1),
        expiresOn: LocalDate,
      }),
    )
    .default([]),
  /** Those that go on where this one was closed, and those that this one goes on from: a place was split, or several joined. */
  continuedBy: z.array(LocalityId).optional(),
  continues: z.array(LocalityId).optional(),
  createdOn: LocalDate,
  createdAt: Instant,
  /** Who created it; absent where it is older than this. */
  createdBy: z.string().optional(),
  /** The number of the last history entry: every change of the locality or of what belongs to it raises it. */
  revision: z.int().min(1),
  /** The revision at which name, code, population, geometry or coordinators last changed. */
  detailsRevision: z.int().min(1),
  /** The hash of the last history entry. */
  headHash: z.string(),
});

/** A locality, with how it stood when it was read: what is kept beside it, counters and lists, is changed by the difference. */
export type Locality = z.infer<typeof Locality> & {
  /** Every command passes it on. Absent where the locality is new, or where counters and lists know nothing of it yet. */
  asRead?: z.infer<typeof Locality>;
};

/** Whether its programme has come to an end there: nothing changes in it any more. */
export const isOver = ({ status }: Pick<Locality, 'status'>): boolean =>
  status === 'completed' || status === 'closed';

/** @throws Problem `not-active` where the programme has come to an end */
export function requireUnderWay(locality: Pick<Locality, 'status'>): void {
  if (isOver(locality)) throw new Problem('not-active');
}

const youngMinutes = 5;

/** A generation this young may still be on its way to its execution, or see one deployment end. */
export const isYoung = ({ generationSince }: Pick<Locality, 'generationSince'>, now: Date) =>
  now.getTime() - Date.parse(generationSince) < youngMinutes * 60_000;

/** Names a gate within a programme: its stage, and its track where the stage has tracks. */
export const gateKey = (stage: string, track?: string) => (track ? `${stage}/${track}` : stage);

/** The stage with this key; a locality's own programme always has it. */
export function stageOf(programme: Programme, key: string): Stage {
  const stage = programme.stages.find((candidate) => candidate.key === key);
  if (!stage) throw new Error(`${programme.id} v${programme.version} has no stage "${key}"`);
  return stage;
}

/** What stands before one gate of a programme. */
export function partOf(programme: Programme, stage: string, track?: string) {
  const part = gatedParts(stageOf(programme, stage)).find((candidate) => candidate.track === track);
  if (!part) throw new Error(`${programme.id} v${programme.version} has no gate "${gateKey(stage, track)}"`);
  return part;
}

/** What people call a gate: by its track where its stage has tracks, else by the stage. */
export const gateName = (programme: Programme, stage: string, track?: string): Programme['name'] =>
  (track ? partOf(programme, stage, track) : stageOf(programme, stage)).name;

/** The locality entering a stage: each of its gates awaits a new visit. */
export function enterStage(locality: Locality, programme: Programme, stage: string): Locality {
  const visits = { ...locality.visits };
  const gates = gatedParts(stageOf(programme, stage)).map(({ track }): Gate => {
    const visit = (visits[gateKey(stage, track)] ?? 0) + 1;
    visits[gateKey(stage, track)] = visit;
    return { track, visit, state: 'opening' };
  });
  return { ...locality, visits, position: { stage, gates } };
}

/** The locality with one gate of its current stage changed. */
export function withGate(locality: Locality, track: string | undefined, change: Partial<Gate>): Locality {
  if (!locality.position) return locality;
  const gates = locality.position.gates.map((gate) => (gate.track === track ? { ...gate, ...change } : gate));
  return { ...locality, position: { ...locality.position, gates } };
}
