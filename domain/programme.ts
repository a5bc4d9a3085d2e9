import * as z from 'zod';
import { Text } from './language.ts';

/** Keys name stages, tracks and activities in addresses, in the table and in the state machine. */
const Key = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens')
  .max(60);

/** A part of an activity, ticked off for the coordinator's own overview; gates look at activities only. */
export const Step = z.strictObject({ key: Key, name: Text });

/** A sub-step of a stage. `evidence`: it counts as complete only with a document attached. */
export const Activity = z.strictObject({
  key: Key,
  name: Text,
  required: z.boolean().default(true),
  evidence: z.boolean().default(false),
  steps: z.array(Step).optional(),
});
export type Activity = z.infer<typeof Activity>;

/** The survey before the work, and the one after it. */
export const SurveyWave = z.enum(['baseline', 'follow-up']);
export type SurveyWave = z.infer<typeof SurveyWave>;

export const surveyNames: Record<SurveyWave, Text> = {
  baseline: { es: 'línea base', en: 'baseline' },
  'follow-up': { es: 'seguimiento', en: 'follow-up' },
};

/** What must hold before a gate lets a locality pass. Each type has its rule in `criteria.ts`. */
export const Criterion = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('required-activities') }),
  z.strictObject({ type: z.literal('meeting-held'), activity: Key, minimum: z.int().min(1) }),
  z.strictObject({ type: z.literal('people-trained'), activity: Key, minimum: z.int().min(1) }),
  /** The commitment matrix: so many, each with somebody responsible and a day; `sectors`: from all six of them. */
  z.strictObject({
    type: z.literal('commitments'),
    minimum: z.int().min(1),
    sectors: z.boolean().default(false),
  }),
  /** Of the commitments that still stand, so many per cent are fulfilled. */
  z.strictObject({ type: z.literal('commitments-fulfilled'), minimumPercent: z.int().min(1).max(100) }),
  /** A ranking of places that this locality is among was frozen. */
  z.strictObject({ type: z.literal('targeting-decided') }),
  /** A survey was imported, with so many respondents. */
  z.strictObject({ type: z.literal('survey-wave'), wave: SurveyWave, minimumRespondents: z.int().min(1) }),
  /** The follow-up was compared with the baseline, by one indicator at least. */
  z.strictObject({ type: z.literal('baseline-compared') }),
]);
export type Criterion = z.infer<typeof Criterion>;

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
      for (const { activities, criteria } of parts)
        for (const criterion of criteria)
          if ('activity' in criterion && !activities.some(({ key }) => key === criterion.activity))
            refuse(`"${criterion.type}" names the unknown activity "${criterion.activity}"`, at, 'criteria');
    });
  });
export type Programme = z.infer<typeof Programme>;

/** What stands before one gate: a stage without tracks, or one track of a stage. */
export interface GatedPart {
  stage: string;
  track?: string;
  name: Text;
  activities: Activity[];
  criteria: Criterion[];
}

/** The gates of a stage: one, or one for each of its parallel tracks. */
export function gatedParts(stage: Stage): GatedPart[] {
  if (!stage.tracks) {
    const { key, name, activities = [], criteria = [] } = stage;
    return [{ stage: key, name, activities, criteria }];
  }
  return stage.tracks.map(({ key, ...track }) => ({ stage: stage.key, track: key, ...track }));
}

/** The name under which a programme version is deployed and referred to: `convivir-mejor-v1`. */
export const versionName = ({ id, version }: { id: string; version: number }) => `${id}-v${version}`;
