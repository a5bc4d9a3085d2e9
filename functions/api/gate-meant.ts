import { asksForCommitments } from '../../domain/criteria.ts';
import { Problem } from '../../domain/errors.ts';
import { type Gate, gateKey, type Locality } from '../../domain/locality.ts';
import type { GatedPart } from '../../domain/programme.ts';
import type { Visit } from '../../domain/visit.ts';
import type { CommitmentStore } from '../../store/commitments.ts';
import type { VisitStore } from '../../store/visits.ts';

/**
 * The gate a request means: the one of its track or, where it names none, the only one still to pass.
 * `any`: the first still to pass will do, since the whole locality is concerned.
 */
export function gateMeant(
  locality: Locality,
  track: string | undefined,
  any = false,
): Gate & { stage: string } {
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

/** The open or passed visit at a gate. */
export async function visitAt(
  visits: VisitStore,
  locality: Locality,
  gate: Gate & { stage: string },
): Promise<Visit> {
  const { stage, track, visit } = gate;
  const found =
    gate.state === 'opening'
      ? undefined
      : await visits.find({ locality: locality.id, stage, track, number: visit });
  if (!found) throw new Problem('not-open');
  return found;
}

/** The revision of the locality at which what a visit shows last changed; a decision seen on older evidence is stale. */
export const evidenceRevision = ({ activities, surveys, targeting }: Visit) =>
  [...Object.values(activities), ...Object.values(surveys), ...(targeting ? [targeting] : [])].reduce(
    (latest, { revision }) => Math.max(latest, revision),
    0,
  );

/** The locality's commitment matrix, where the gate is judged by it. */
export const matrixFor = (commitments: CommitmentStore, part: GatedPart, locality: string) =>
  asksForCommitments(part) ? commitments.ofLocality(locality) : Promise.resolve([]);

/** The open visits of the current stage: the one at `gate`, and those of its other tracks. */
export async function openVisits(visits: VisitStore, locality: Locality, gate: Gate & { stage: string }) {
  if (gate.state === 'passed') throw new Problem('already-decided');
  const open = (await visits.current(locality)).filter(({ endedOn }) => endedOn === undefined);
  const meant = gateKey(gate.stage, gate.track);
  const visit = open.find(({ stage, track }) => gateKey(stage, track) === meant);
  if (!visit) throw new Problem('not-open');
  return { visit, others: open.filter((other) => other !== visit) };
}
