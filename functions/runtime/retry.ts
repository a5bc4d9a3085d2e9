import { setTimeout as pause } from 'node:timers/promises';
import { Conflict } from '../../domain/errors.ts';

const attempts = 10;

/**
 * Loads, decides and commits again when somebody else's change came first, after a random pause that grows.
 * @throws Conflict when others kept coming first
 */
export async function untilCommitted<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === attempts) throw error;
      await pause(Math.random() * 20 * Math.min(2 ** attempt, 32));
    }
  }
}
