import { signs } from '../../domain/evaluation/dumbbell.ts';
import type { Row } from './figures.ts';

/** The sign of a verdict, as the picture has it; beside the words that say the same. */
export const VerdictSign = ({ verdict }: Pick<Row, 'verdict'>) => (
  <svg className="verdict-sign" viewBox="0 0 14 14" aria-hidden="true">
    <path d={signs[verdict]} fill="none" stroke="currentColor" strokeWidth="2.5" />
  </svg>
);
