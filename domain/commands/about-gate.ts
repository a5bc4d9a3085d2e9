import { type Locality, partOf, stageOf } from '../locality.ts';
import type { StaffMailOf } from '../mail.ts';
import type { Programme } from '../programme.ts';

/** What every mail about a gate says of it. */
type AboutGate = Pick<
  StaffMailOf<'stage-opened'>,
  'locality' | 'programme' | 'stage' | 'track' | 'visit' | 'gate'
>;

/** What a mail says of the gate that it is about: by name for people, and by its keys for the link. */
export function aboutGate(
  { locality, programme }: { locality: Locality; programme: Programme },
  { stage, track, visit }: { stage: string; track?: string; visit: number },
): AboutGate {
  return {
    locality: { id: locality.id, name: locality.name },
    programme: programme.name,
    stage: stageOf(programme, stage).name,
    track: track ? partOf(programme, stage, track).name : undefined,
    visit,
    gate: { stage, track },
  };
}
