import { folded } from '../../domain/folded.ts';
import type { Language } from '../../domain/language.ts';
import type { LocalityStatus } from '../../domain/locality.ts';
import type { Health } from '../../domain/plan.ts';
import type { ApiResponse, Locality } from '../api/types.ts';
import { daysBetween } from '../words/format.ts';

export type Programmes = ApiResponse<'GET /api/programmes'>['items'];

/** How a locality is getting on: late or not while it is active, otherwise why it is not. The most urgent first. */
export type Standing = Health | Exclude<LocalityStatus, 'active'>;
export const standings: readonly Standing[] = [
  'overdue',
  'due-soon',
  'on-track',
  'on-hold',
  'completed',
  'closed',
];

interface OpenGate {
  /** The name of the track, where the stage has several. */
  track?: string;
  targetOn: string;
  inReview: boolean;
}

/** A locality as the portfolio finds, sorts and shows it. */
export interface Entry {
  locality: Locality;
  /** Its name and code, without what does not matter when they are searched. */
  searched: string;
  standing: Standing;
  /** The key and name of its stage, and its place among those of its programme from 0; none before it opens and once it is over. */
  stage?: { key: string; at: number; name: string };
  gates: OpenGate[];
  /** When the next of its gates falls due; days from today, less than 0 when it is late. */
  targetOn?: string;
  days?: number;
}

const standingOf = ({ status, health }: Locality): Standing => (status === 'active' ? health : status);

/** Makes an entry of a locality, and the same one of the same locality: pages that come in make no work twice. */
export function entryMaker(programmes: Programmes, language: Language, today: string) {
  const made = new WeakMap<Locality, Entry>();
  const make = (locality: Locality): Entry => {
    const { name, code = '', programme, current } = locality;
    const stages = programmes.find(({ id }) => id === programme)?.stages ?? [];
    const key = current[0]?.stage;
    const at = stages.findIndex((stage) => stage.key === key);
    const stage = stages[at];
    const trackName = (track: string | undefined) =>
      track && (stage?.tracks?.find((one) => one.key === track)?.name[language] ?? track);
    const targetOn = current.map((visit) => visit.targetOn).sort()[0];
    return {
      locality,
      searched: folded(`${name} ${code}`),
      standing: standingOf(locality),
      // A stage that the programme's newest version has no more comes after those that it has.
      stage: key ? { key, at: stage ? at : stages.length, name: stage?.name[language] ?? key } : undefined,
      gates: current.map((visit) => ({
        track: trackName(visit.track),
        targetOn: visit.targetOn,
        inReview: visit.gate === 'in-review',
      })),
      targetOn,
      days: targetOn && locality.status === 'active' ? daysBetween(today, targetOn) : undefined,
    };
  };
  return (locality: Locality): Entry => {
    const entry = made.get(locality) ?? make(locality);
    made.set(locality, entry);
    return entry;
  };
}
