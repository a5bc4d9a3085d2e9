import * as z from 'zod';
import { Activity } from './activity.ts';
import { Criterion } from './criteria/index.ts';
import { criterionKeys } from './criteria/keys.ts';
import { gatedParts } from './gated-part.ts';
import { Key } from './key.ts';
import { Text } from './language.ts';

const gated = {
  activities: z.array(Activity).min(1),
  criteria: z.array(Criterion).min(1),
};

/** One of several processes that run side by side within a stage, each with its own gate. */
export const Track = z.strictObject({ key: Key, name: Text, ...gated });

/** A stage has activities and a gate of its own, or parallel tracks that have them. */
export const Stage = z.strictObject({
  key: Key,
  name: Text,
  /** Planned length in working days. */
  workingDays: z.int().min(1).max(1_000),
  activities: gated.activities.optional(),
  criteria: gated.criteria.optional(),
  tracks: z.array(Track).min(2).optional(),
});
export type Stage = z.infer<typeof Stage>;

/** The states every workflow has beside those of its stages, by what they are for. */
export const workflowStates = {
  resume: 'Resume at',
  completed: 'Programme completed',
  onHold: 'On hold',
  closed: 'Closed',
  handOver: 'Hand over',
  handedOver: 'HandedOver',
  superseded: 'Superseded',
  failed: 'Step failed',
};
const taken: string[] = Object.values(workflowStates);

/** English names name the workflow's states: "A: return to B" has to fit the 80 characters a state's name may have. */
const longestStateName = 34;

const repeated = (keys: string[]) => keys.filter((key, at) => keys.indexOf(key) !== at);

/** An intervention model: one file `workflows/programmes/<id>.v<version>.yaml`, never changed once released. */
export const Programme = z
  .strictObject({
    id: Key.max(30),
    version: z.int().min(1),
    name: Text,
    source: z.string().optional(),
    stages: z.array(Stage).min(1).max(20),
  })
  .superRefine((programme, context) => {
    const refuse = (message: string, ...path: (string | number)[]) =>
      context.addIssue({ code: 'custom', path: ['stages', ...path], message });
    for (const key of repeated(programme.stages.map((stage) => stage.key)))
      refuse(`stage "${key}" appears twice`);
    const named = programme.stages.flatMap(({ name, tracks = [] }, at) => [
      { name: name.en, path: [at, 'name'] },
      ...tracks.map((track, n) => ({ name: track.name.en, path: [at, 'tracks', n, 'name'] })),
    ]);
    for (const [at, { name, path }] of named.entries()) {
      if (name.length > longestStateName)
        refuse(`"${name}" is longer than ${longestStateName} characters`, ...path);
      if (taken.includes(name)) refuse(`"${name}" is the name of a state that every workflow has`, ...path);
      if (named.findIndex((other) => other.name === name) < at)
        refuse(`the name "${name}" appears twice`, ...path);
    }
    programme.stages.forEach((stage, at) => {
      if (stage.tracks ? stage.activities || stage.criteria : !stage.activities || !stage.criteria)
        refuse('needs either activities and criteria, or tracks that have them', at);
      for (const key of repeated((stage.tracks ?? []).map((track) => track.key)))
        refuse(`track "${key}" appears twice`, at, 'tracks');
      const parts = gatedParts(stage);
      const keys = parts.flatMap((part) =>
        part.activities.flatMap((a) => [a.key, ...(a.steps ?? []).map((s) => s.key)]),
      );
      for (const key of repeated(keys))
        refuse(`activity "${key}" appears twice in its stage`, at, 'activities');
      for (const { activities, criteria } of parts) {
        for (const key of repeated(criterionKeys(criteria)))
          refuse(`criterion "${key}" appears twice in its gate; give each a key of its own`, at, 'criteria');
        for (const criterion of criteria)
          if ('activity' in criterion && !activities.some(({ key }) => key === criterion.activity))
            refuse(`"${criterion.type}" names the unknown activity "${criterion.activity}"`, at, 'criteria');
      }
    });
  });
export type Programme = z.infer<typeof Programme>;
