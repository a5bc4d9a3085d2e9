import { unsettled, waits } from './derived-tasks.ts';
import type { Locality } from './locality.ts';
import { nextTarget } from './plan.ts';
import type { Tally } from './tally.ts';
import { wordsOf } from './words.ts';

/** What the municipality's counters hold of a locality, by their names. */
export function countsOf(locality: Locality): Tally {
  const { status, programme, position, commitmentsBy } = locality;
  const counts = new Map([[`status/${status}`, 1n]]);
  if (position) counts.set(`stage/${programme.id}/${position.stage}`, 1n);
  const targetOn = nextTarget(locality);
  if (targetOn) counts.set(`due/${targetOn}`, 1n);
  for (const [standing, count] of Object.entries(commitmentsBy))
    counts.set(`commitments/${standing}`, BigInt(count));
  return counts;
}

/** Where a locality stands among those of its status: by stage, then by id. */
export const placeOf = ({ id, position }: Pick<Locality, 'id' | 'position'>): string =>
  position ? `${position.stage}#${id}` : id;

/** The words by which a locality is found. */
export const wordsOfLocality = ({ name, code }: Pick<Locality, 'name' | 'code'>): string[] =>
  wordsOf(name, code);

/**
 * What stands in the order of days, so that the soonest is read first: the gates that are only to be passed by their
 * target, the localities about whose gates something is to be done whatever the day, the overrides that expire, the tasks, and
 * the requests of people that are to be answered.
 */
export const agendaKinds = ['gate', 'waiting', 'override', 'task', 'privacy-request'] as const;
export type AgendaKind = (typeof agendaKinds)[number];

/** A day, and behind it what tells apart what falls on the same one. */
export const agendaPlace = (day: string, id: string): string => `${day}#${id}`;

/** Where the gates of a locality stand in the order of days; nowhere without a target. */
export function gatesOnAgenda(locality: Locality): { kind: 'gate' | 'waiting'; place: string } | undefined {
  const targetOn = nextTarget(locality);
  return targetOn === undefined
    ? undefined
    : { kind: waits(locality) ? 'waiting' : 'gate', place: agendaPlace(targetOn, locality.id) };
}

/** Where the overrides of a locality stand in the order of days: by the first to expire. */
export function overridesOnAgenda(locality: Locality): string | undefined {
  const [first] = unsettled(locality)
    .map(({ expiresOn }) => expiresOn)
    .sort();
  return first && agendaPlace(first, locality.id);
}
