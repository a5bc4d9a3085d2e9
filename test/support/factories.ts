import type { Caller } from '../../domain/caller.ts';
import type { Change, Moment } from '../../domain/change.ts';
import { createLocality, type NewLocality } from '../../domain/commands/create-locality.ts';
import { openVisit } from '../../domain/commands/open-visit.ts';
import { Problem, type ProblemCode } from '../../domain/errors.ts';
import { gatedParts } from '../../domain/gated-part.ts';
import type { Locality } from '../../domain/locality.ts';
import { Programme } from '../../domain/programme.ts';
import type { ActivityRecord, Visit } from '../../domain/visit.ts';
import { municipality } from './settings.ts';

type Evidence = ActivityRecord['evidence'][number];

/** A document, as evidence. */
export const document = (some: Partial<Evidence> = {}): Evidence => ({
  title: 'Acta',
  url: 'https://juarez.example/acta.pdf',
  ...some,
});

/** What is known of an activity that was done with a document to show for it. */
export const record = (some: Partial<ActivityRecord> = {}): ActivityRecord => ({
  status: 'done',
  evidence: [document()],
  changedBy: 'ana@juarez.example',
  changedAt: '2026-01-12T15:00:00.000Z',
  revision: 1,
  ...some,
});

export const caller = (some: Partial<Caller> = {}): Caller => ({
  user: 'ana@juarez.example',
  roles: ['coordinator'],
  localities: [],
  ...some,
});
export const administrator = (some: Partial<Caller> = {}): Caller =>
  caller({ user: 'direccion@juarez.example', roles: ['administrator'], ...some });

/** A moment at noon of a day in Ciudad Juárez. */
export const moment = (today = '2026-01-12'): Moment => ({ today, now: `${today}T19:00:00.000Z` });

/** A programme of two stages; the second has two tracks. */
export const twoStages = Programme.parse({
  id: 'two-stages',
  version: 1,
  name: { es: 'Dos etapas', en: 'Two stages' },
  stages: [
    {
      key: 'prepare',
      name: { es: 'Preparar', en: 'Prepare' },
      workingDays: 5,
      activities: [
        { key: 'train', name: { es: 'Capacitar', en: 'Train' }, evidence: true },
        { key: 'meet', name: { es: 'Reunirse', en: 'Meet' } },
      ],
      criteria: [
        { type: 'required-activities' },
        { type: 'people-trained', activity: 'train', minimum: 10 },
        { type: 'meeting-held', activity: 'meet', minimum: 2 },
      ],
    },
    {
      key: 'act',
      name: { es: 'Actuar', en: 'Act' },
      workingDays: 10,
      tracks: ['left', 'right'].map((key) => ({
        key,
        name: { es: `Lado ${key}`, en: `Side ${key}` },
        activities: [{ key: `walk-${key}`, name: { es: 'Recorrer', en: 'Walk' } }],
        criteria: [{ type: 'required-activities' }],
      })),
    },
  ],
});

/** Everything that is needed to pass the gates of `twoStages`. */
export const allDone: Record<string, ActivityRecord> = {
  train: record({ figures: { peopleTrained: 12 } }),
  meet: record({ figures: { meetingsHeld: 2 } }),
  'walk-left': record(),
  'walk-right': record(),
};

/** A locality with its visits, as the table would hold them. */
export interface Standing {
  locality: Locality;
  visits: Visit[];
}

/** What stands after a change. */
export function applied({ visits }: Standing, change: Pick<Change, 'locality' | 'visits'>): Standing {
  const same = (one: Visit, other: Visit) =>
    one.stage === other.stage && one.track === other.track && one.number === other.number;
  const kept = visits.filter((visit) => !change.visits.some((changed) => same(visit, changed)));
  return { locality: change.locality, visits: [...kept, ...change.visits] };
}

/** A locality that has just been created, none of its visits open. */
export function created(
  programme = twoStages,
  some: Partial<NewLocality> = {},
  { id = 'anapra', by = caller(), at = moment() } = {},
): Standing {
  const command = { name: 'Anapra', programme: programme.id, ...some };
  return { locality: createLocality({ id, programme }, command, by, at).locality, visits: [] };
}

/** The same with every visit of its current stage opened. */
export function opened(standing: Standing, programme = twoStages, at = moment()): Standing {
  const stage = programme.stages.find(({ key }) => key === standing.locality.position?.stage);
  return (stage ? gatedParts(stage) : []).reduce((now, part) => {
    const gate = { stage: part.stage, track: part.track };
    const here = {
      locality: now.locality,
      programme,
      municipality: municipality({ approvers: [] }),
    };
    const change = openVisit(here, gate, at);
    return change ? applied(now, change) : now;
  }, standing);
}

/** The same with all done at its open visits. */
export function done(standing: Standing): Standing {
  const visits = standing.visits.map((visit) => ({ ...visit, activities: allDone }));
  return { ...standing, visits };
}

/** What a command leads to: the change, or the code of the problem it meets. */
export function outcomeOf<T>(command: () => T): T | ProblemCode {
  try {
    return command();
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
}
