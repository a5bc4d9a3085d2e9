import { municipal } from '../domain/work/board.ts';
import type { HistoryOwner } from './history.ts';

/** Whose partition and history the work of a board stands in. */
export const ownerOf = (board: string): HistoryOwner =>
  board === municipal ? 'MUNICIPALITY#WORK' : `LOCALITY#${board}`;
