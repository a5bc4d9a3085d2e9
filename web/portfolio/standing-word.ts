import type { Words } from '../../words/es/app/index.ts';
import type { Standing } from './entry.ts';

export const standingWord = (
  { health, status }: Pick<Words, 'health' | 'status'>,
  standing: Standing,
): string => ({ ...status, ...health })[standing];
