import { factsNeeded } from '../../domain/criteria/evaluate.ts';
import { type FactName, type GateFacts, noFacts, type SessionStanding } from '../../domain/criteria/facts.ts';
import type { GatedPart } from '../../domain/gated-part.ts';
import type { Locality } from '../../domain/locality.ts';
import { isMemberOn } from '../../domain/work/group.ts';
import { doneOf } from '../../domain/work/line.ts';
import { groupStore } from '../../store/groups.ts';
import { matrixCountsOf } from '../../store/matrix-counts.ts';
import { workStore } from '../../store/work.ts';
import type { ApiDependencies } from './dependencies.ts';

/** The stores that facts are read from. */
export type FactStores = Pick<ApiDependencies, 'localities' | 'commitments' | 'table' | 'moment'>;

/**
 * How each fact is read of a locality: from what was read with it, of one and the same revision, or from the table itself,
 * and not from an index that may lag behind.
 */
const loaders: { [Name in FactName]: (stores: FactStores, locality: Locality) => Promise<GateFacts[Name]> } =
  {
    commitments: matrixCountsOf,
    lines: async ({ table }, { id }) => {
      const { lines } = await workStore(table).plan(id);
      return new Map(lines.map((line) => [line.key, { ...line, done: doneOf(line) }]));
    },
    sessions: async ({ table }, { id }) => {
      const sessions = await workStore(table).sessionsOf(id);
      return sessions.flatMap(({ kind, on, activity, status, held }): SessionStanding[] => {
        if (status === 'cancelled') return [];
        const { total: heads = 0, bySector = {} } = held?.attendance ?? {};
        return [{ kind, on, activity, state: held ? 'held' : 'ahead', heads, bySector }];
      });
    },
    groups: async ({ table, moment }, { id }) => {
      const { today } = moment();
      const groups = await groupStore(table).ofBoard(id);
      return groups.map(({ kind, sectors, formalisedOn, members }) => ({
        kind,
        sectors,
        isFormalised: formalisedOn !== undefined,
        members: members.filter((member) => isMemberOn(member, today)).length,
      }));
    },
  };

/** What a gate of a locality is judged by beside its visit; nothing is read that none of its criteria needs. */
export async function gateFacts(stores: FactStores, part: GatedPart, locality: Locality): Promise<GateFacts> {
  const facts: GateFacts = { ...noFacts };
  const load = async <Name extends FactName>(name: Name) => {
    facts[name] = await loaders[name](stores, locality);
  };
  await Promise.all([...factsNeeded(part)].map(load));
  return facts;
}
