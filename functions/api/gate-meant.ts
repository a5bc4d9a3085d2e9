import type { GateSituation } from '../../domain/commands/gate-situation.ts';
import type { GateFacts } from '../../domain/criteria/facts.ts';
import { Problem } from '../../domain/errors.ts';
import type { GatedPart } from '../../domain/gated-part.ts';
import { type Gate, gateKey, type Locality, partOf } from '../../domain/locality.ts';
import type { Visit } from '../../domain/visit.ts';
import type { VisitStore } from '../../store/visits.ts';
import type { ApiDependencies } from './dependencies.ts';
import { type FactStores, gateFacts } from './gate-facts.ts';

/** A gate of the stage where the locality stands. */
export type CurrentGate = Gate & { stage: string };

/**
 * The gate a request means: the one of its track or, where it names none, the only one still to pass.
 * `any`: the first still to pass will do, since the whole locality is concerned.
 */
export function gateMeant(locality: Locality, track: string | undefined, any = false): CurrentGate {
  const { position } = locality;
  if (!position) throw new Problem('not-active');
  const refuse = (message: string) =>
    new Problem('invalid-request', { errors: [{ path: 'track', message }] });
  const ahead = position.gates.filter(({ state }) => state !== 'passed');
  const candidates = track === undefined ? ahead : position.gates.filter((gate) => gate.track === track);
  // The whole locality can be decided at any gate that is open, though another is still opening.
  const gate = (any && candidates.find(({ state }) => state !== 'opening')) || candidates[0];
  if (!gate) throw refuse('unknown-track');
  if (candidates.length > 1 && !any) throw refuse('track-needed');
  return { ...gate, stage: position.stage };
}

/** Whether the visit at a gate that was meant before is over by now: somebody else has decided in between. */
export const isOver = ({ stage, track, visit }: CurrentGate, { position }: Locality): boolean =>
  position?.stage !== stage || !position.gates.some((gate) => gate.track === track && gate.visit === visit);

/**
 * The revision of the locality at which the visit was opened or what it shows last changed: a decision seen on an
 * earlier visit or on older evidence is stale.
 */
export const evidenceRevision = ({ activities, surveys, targeting, openedAtRevision = 0 }: Visit) =>
  [...Object.values(activities), ...Object.values(surveys), ...(targeting ? [targeting] : [])].reduce(
    (latest, { revision }) => Math.max(latest, revision),
    openedAtRevision,
  );

/** The open visits of the current stage: the one at `gate`, and those of its other tracks. */
export async function openVisits(visits: VisitStore, locality: Locality, gate: CurrentGate) {
  if (gate.state === 'passed') throw new Problem('already-decided');
  const open = (await visits.current(locality)).filter(({ endedOn }) => endedOn === undefined);
  const meant = gateKey(gate.stage, gate.track);
  const visit = open.find(({ stage, track }) => gateKey(stage, track) === meant);
  if (!visit) throw new Problem('not-open');
  return { visit, others: open.filter((other) => other !== visit) };
}

type Loaded = FactStores & Pick<ApiDependencies, 'visits' | 'programmes' | 'municipality'>;

/** All that a review or a decision at a gate is judged by. */
export async function gateSituation(
  dependencies: Loaded,
  locality: Locality,
  gate: CurrentGate,
): Promise<GateSituation> {
  const { visits, programmes, municipality } = dependencies;
  const { visit, others } = await openVisits(visits, locality, gate);
  const programme = programmes.exact(locality.programme);
  const part = partOf(programme, visit.stage, visit.track);
  const facts = await gateFacts(dependencies, part, locality);
  return { locality, visit, others, facts, programme, municipality };
}

/** A gate to look at: what it asks for, its visit (open or passed) and what it is judged by. */
export async function gateShown(
  dependencies: Loaded,
  locality: Locality,
  gate: CurrentGate,
): Promise<{ part: GatedPart; visit: Visit; facts: GateFacts }> {
  const { visits, programmes } = dependencies;
  const { stage, track, visit: number } = gate;
  const visit =
    gate.state === 'opening' ? undefined : await visits.find({ locality: locality.id, stage, track, number });
  if (!visit) throw new Problem('not-open');
  const part = partOf(programmes.exact(locality.programme), stage, track);
  return { part, visit, facts: await gateFacts(dependencies, part, locality) };
}
