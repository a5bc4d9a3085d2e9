import { randomUUID } from 'node:crypto';
import { lineId } from '../../domain/work/line.ts';
import {
  type ImportPage,
  type ImportStore,
  importAccepted,
  importMessageKey,
  importStore,
} from '../../store/imports.ts';
import type { OutboxStore } from '../../store/outbox.ts';
import { type TransactItem, writeAll } from '../../store/transaction.ts';
import { lineAsRead } from '../../store/work.ts';
import { finishImport } from './finish-import.ts';
import { checkAsRead, type PageDependencies, writePage } from './write-page.ts';

interface Dependencies extends PageDependencies {
  outbox: OutboxStore;
}

/** A request ends after half a minute; it has so many milliseconds to write pages. */
const patience = 15_000;

/** So many pages are laid ready at a time. */
const atOnce = 16;

/**
 * Writes imported files: all of each, or nothing.
 *
 * What fits one transaction is one transaction. What does not is laid ready first, page by page, where nobody sees it;
 * one transaction then accepts it, by an outbox message in the outbox; and from then on it is finished: at once by whoever
 * accepted it; by the relay what is left when a request has no more time; and by the next run of the reconciler, or the
 * same file sent again, if all of these are killed. A page is taken away by the transaction that writes its rows, so that no row is written twice. What
 * stops before it is accepted leaves nothing but pages that expire.
 */
export function importWriter(dependencies: Dependencies) {
  const { table, outbox, clock } = dependencies;
  const imports = importStore(table);

  /** Finishes what a request with the same file was accepted for; answers whether nothing of it is left. */
  async function resume(digest: string): Promise<boolean> {
    const key = importMessageKey(digest);
    const entry = await outbox.find(key);
    const message = entry?.messages[0]?.message;
    if (!entry || message?.kind !== 'import') return true;
    const finished = await finishImport(
      { ...dependencies, imports },
      message.staged,
      performance.now() + patience,
    );
    if (finished) await outbox.remove(entry);
    else await imports.handOver(digest, message, clock().toISOString());
    return finished;
  }

  /** `also` stands or falls with the import as a whole. */
  async function write(digest: string, pages: ImportPage[], also: TransactItem[]): Promise<void> {
    const [only, ...more] = pages;
    if (!only) {
      if (also.length > 0) await writeAll(table, also);
    } else if (more.length === 0) await writePage(dependencies, only, also, 'read');
    else {
      const staged = randomUUID();
      await stageAll(imports, staged, pages, clock());
      // Edits are accepted on what was read; those of a page that waits are laid over what comes between.
      for (let at = 0; at < pages.length; at += atOnce)
        await Promise.all(pages.slice(at, at + atOnce).map((page) => checkAsRead(dependencies, page)));
      await writeAll(table, [
        importAccepted(table, digest, staged, clock().toISOString()),
        ...linesHeld(dependencies, pages),
        ...also,
      ]);
      await resume(digest);
    }
  }

  return { resume, write };
}

/** So many lines are held to how they were read by the transaction that accepts a file; others were asked just before. */
const mostHeld = 80;

/** That nothing was entered for lines meanwhile: what a file of entries repeats was told by what their lines had. */
function linesHeld({ table }: Dependencies, pages: readonly ImportPage[]): TransactItem[] {
  const held = new Map(
    pages.flatMap((page) =>
      page.kind === 'entries'
        ? page.lines.map(
            (line) =>
              [lineId({ board: page.locality, key: line.key }), { board: page.locality, ...line }] as const,
          )
        : [],
    ),
  );
  return [...held.values()].slice(0, mostHeld).map((line) => lineAsRead(table, line));
}

async function stageAll(imports: ImportStore, staged: string, pages: ImportPage[], now: Date): Promise<void> {
  for (let at = 0; at < pages.length; at += atOnce)
    await Promise.all(
      pages.slice(at, at + atOnce).map((page, offset) => imports.stage(staged, at + offset, page, now)),
    );
}
