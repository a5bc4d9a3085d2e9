import type { Activity } from './activity.ts';
import type { Criterion } from './criteria/index.ts';
import type { Text } from './language.ts';

interface Gated {
  activities: Activity[];
  criteria: Criterion[];
}

/** What stands before one gate: a stage without tracks, or one track of a stage. */
export interface GatedPart extends Gated {
  stage: string;
  track?: string;
  name: Text;
}

/** A stage of a programme, as far as its gates go. */
interface StageWithGates extends Partial<Gated> {
  key: string;
  name: Text;
  tracks?: (Gated & { key: string; name: Text })[];
}

/** The gates of a stage: one, or one for each of its parallel tracks. */
export function gatedParts(stage: StageWithGates): GatedPart[] {
  if (!stage.tracks) {
    const { key, name, activities = [], criteria = [] } = stage;
    return [{ stage: key, name, activities, criteria }];
  }
  return stage.tracks.map(({ key, ...track }) => ({ stage: stage.key, track: key, ...track }));
}
