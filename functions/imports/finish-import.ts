import { Conflict, Problem } from '../../domain/errors.ts';
import type { ImportStore, StagedPage } from '../../store/imports.ts';
import { pageWritten } from '../../store/imports.ts';
import { logger } from '../runtime/logger.ts';
import { untilCommitted } from '../runtime/retry.ts';
import { type PageDependencies, writePage } from './write-page.ts';

/** So many pages are written at a time. */
const lanes = 8;

/**
 * Writes every page of an accepted import that is not written yet. Each goes with its own removal in one transaction, so
 * that this may be stopped anywhere and begun again, by several at once too: no row is lost, none is written twice.
 * Answers whether it came to the end; it begins no page after `stopAt`, by `performance.now()`.
 */
export async function finishImport(
  dependencies: PageDependencies & { imports: ImportStore },
  staged: string,
  stopAt = Number.POSITIVE_INFINITY,
): Promise<boolean> {
  for await (const pages of dependencies.imports.pages(staged)) {
    // Pages of one locality's matrix follow one another, since each raises its revision.
    const queues = Map.groupBy(pages, ({ place, page }) =>
      'locality' in page ? page.locality : String(place),
    );
    const waiting = queues.values();
    const lane = async () => {
      for (const queue of waiting)
        for (const one of queue) if (performance.now() < stopAt) await writeStaged(dependencies, staged, one);
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    if (performance.now() >= stopAt) return false;
  }
  return true;
}

async function writeStaged(
  dependencies: PageDependencies & { imports: ImportStore },
  staged: string,
  { place, page }: StagedPage,
): Promise<void> {
  const { table, imports } = dependencies;
  try {
    await untilCommitted(() =>
      writePage(dependencies, page, [pageWritten(table, staged, place)], 'it-stands'),
    );
  } catch (error) {
    // Somebody else has written it, or what it was to change is over: neither is to be tried again.
    if (!(error instanceof Conflict) && !(error instanceof Problem && error.code === 'not-active'))
      throw error;
    if (error instanceof Problem) logger.error('import page refused', { staged, place, code: error.code });
    await imports.drop(staged, place);
  }
}
