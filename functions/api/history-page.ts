import * as z from 'zod';
import { Problem } from '../../domain/errors.ts';
import { HistoryEntry, type HistoryOwner } from '../../store/history.ts';
import type { ApiDependencies } from './dependencies.ts';
import { Flag, listOf, Paging } from './representations.ts';

/** What is asked of a history. */
export const HistoryQuery = Paging.extend({ newestFirst: Flag });

export const HistoryPage = listOf(HistoryEntry);

/** A page of somebody's history, oldest first unless told. @throws Problem `invalid-request` for a cursor that is none */
export async function historyPage(
  { history }: Pick<ApiDependencies, 'history'>,
  owner: HistoryOwner,
  { cursor, limit, newestFirst }: z.infer<typeof HistoryQuery>,
): Promise<z.infer<typeof HistoryPage>> {
  const after = z.coerce.number().int().min(0).optional().safeParse(cursor);
  if (!after.success)
    throw new Problem('invalid-request', { errors: [{ path: 'cursor', message: 'unknown-cursor' }] });
  const { items, next } = await history.page(owner, after.data, limit, newestFirst);
  return { items, nextCursor: next?.toString() };
}
