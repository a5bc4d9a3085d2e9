import { factsNeeded } from '../../domain/criteria/evaluate.ts';
import { type FactName, type GateFacts, noFacts } from '../../domain/criteria/facts.ts';
import type { GatedPart } from '../../domain/gated-part.ts';
import type { Locality } from '../../domain/locality.ts';
import { doneOf } from '../../domain/work/line.ts';
import { matrixCountsOf } from '../../store/matrix-counts.ts';
import { workStore } from '../../store/work.ts';
import type { ApiDependencies } from './dependencies.ts';

/** The stores that facts are read from. */
export type FactStores = Pick<ApiDependencies, 'localities' | 'commitments' | 'table'>;

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
