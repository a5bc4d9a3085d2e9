import type { OpenVisit } from '../../domain/commands/record-findings.ts';
import { type Locality, partOf } from '../../domain/locality.ts';
import type { ApiDependencies } from './dependencies.ts';

/** The open visits of a locality, each with the activities and criteria of its gate. */
export async function openParts(
  { visits, programmes }: Pick<ApiDependencies, 'visits' | 'programmes'>,
  locality: Locality,
): Promise<OpenVisit[]> {
  const current = await visits.current(locality);
  const programme = programmes.exact(locality.programme);
  return current
    .filter(({ endedOn }) => endedOn === undefined)
    .map((visit) => ({ visit, part: partOf(programme, visit.stage, visit.track) }));
}
