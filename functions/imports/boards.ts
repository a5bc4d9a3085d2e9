import { type Caller, mayIn } from '../../domain/caller.ts';
import { isOver, type Locality } from '../../domain/locality.ts';
import { mayEverywhere, type Policy } from '../../domain/policies.ts';
import { finderOf } from '../../domain/tabular/finder.ts';
import type { ColumnReason } from '../../domain/tabular/kind.ts';
import { municipal } from '../../domain/work/board.ts';
import type { ApiDependencies } from '../api/dependencies.ts';
import { localitiesOf } from '../api/their-localities.ts';
import { namesOfLocality } from './names-of-locality.ts';

/** The boards of a caller, as rows of files name them: those of their localities, and the municipality's own. */
export async function boardsSeen(
  dependencies: Pick<ApiDependencies, 'localities' | 'lists'>,
  caller: Caller,
  { locality: ofLocality, municipal: ofMunicipality }: { locality: Policy; municipal: Policy },
) {
  const localities = new Map<string, Locality>();
  for await (const one of localitiesOf(dependencies, caller)) localities.set(one.id, one);
  const mayMunicipal = mayEverywhere(ofMunicipality, caller);
  const find = finderOf(
    [
      { id: municipal, names: ['municipality', 'municipio'] },
      ...[...localities.values()].map((one) => ({ id: one.id, names: namesOfLocality(one) })),
    ],
    'unknown-locality',
  );
  /** Why the caller may change nothing on a board, by the column that names it. */
  function refused(board: string, column = 'locality'): ColumnReason[] {
    const locality = localities.get(board);
    const may = locality ? mayIn(ofLocality, caller, locality) : board === municipal && mayMunicipal;
    if (!may) return [{ column, message: 'unknown-locality' }];
    return locality && isOver(locality) ? [{ column, message: 'locality-over' }] : [];
  }
  return { localities, ids: [municipal, ...localities.keys()], find, refused };
}
