import type { GateFacts } from '../criteria/facts.ts';
import type { Locality } from '../locality.ts';
import type { Municipality } from '../municipality.ts';
import type { Programme } from '../programme.ts';
import type { Visit } from '../visit.ts';

/** A gate as it stands when somebody asks for its review or decides it. */
export interface GateSituation {
  locality: Locality;
  /** The open visit at the gate. */
  visit: Visit;
  /** The open visits of the stage's other tracks. */
  others: Visit[];
  /** What the gate's criteria need to be judged by. */
  facts: GateFacts;
  programme: Programme;
  municipality: Pick<Municipality, 'approvers' | 'fourEyes' | 'staffMailDomain'>;
}
