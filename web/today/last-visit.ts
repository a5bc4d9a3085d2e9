import type { Locality } from '../api/types.ts';

/** How a locality stood when it was looked at, as far as a change of it is worth telling. */
export type Stood = Pick<Locality, 'id' | 'name' | 'programme' | 'status' | 'health'> & {
  stage?: string;
  inReview: boolean;
};

export const standing = ({ id, name, programme, status, health, current }: Locality): Stood => ({
  id,
  name,
  programme,
  status,
  health,
  stage: current[0]?.stage,
  inReview: current.some(({ gate }) => gate === 'in-review'),
});

export type Change = { id: string; name: string } & (
  | { kind: 'appeared' | 'reviewed' | 'late' | 'on-hold' | 'resumed' | 'completed' | 'closed' }
  | { kind: 'moved' | 'returned'; programme: string; stage: string }
);

/**
 * What became of localities since they were looked at last, the most telling change of each.
 * @param order the stages of a programme, first to last
 */
export function changesSince(
  before: Stood[],
  now: Stood[],
  order: (programme: string) => string[],
): Change[] {
  const known = new Map(before.map((one) => [one.id, one]));
  return now.flatMap((one): Change[] => {
    const { id, name, programme, status, stage } = one;
    const was = known.get(id);
    if (!was) return [{ id, name, kind: 'appeared' }];
    if (status !== was.status) return [{ id, name, kind: status === 'active' ? 'resumed' : status }];
    if (stage && was.stage && stage !== was.stage) {
      const stages = order(programme);
      const isBack = stages.indexOf(stage) < stages.indexOf(was.stage);
      return [{ id, name, kind: isBack ? 'returned' : 'moved', programme, stage }];
    }
    if (one.inReview && !was.inReview) return [{ id, name, kind: 'reviewed' }];
    if (one.health === 'overdue' && was.health !== 'overdue') return [{ id, name, kind: 'late' }];
    return [];
  });
}
