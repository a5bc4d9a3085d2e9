import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import type { DataFolder } from './data-folder.ts';
import { openJournal, openSettings, type Settings } from './journal.ts';
import { StartupError } from './startup-error.ts';

const State = z.object({ municipality: z.string(), complete: z.boolean() });

export interface DataState {
  journal: DatabaseSync;
  settings: Settings;
  /** Nothing was there. */
  isNew: boolean;
  /** Says that the first start went through to its end. */
  complete(): void;
}

/**
 * Opens what is kept in the folder. What a first start left that did not come to its end (an example half made) is
 * removed, as is everything when `fresh` is wanted.
 * @param fill puts something into an empty folder to begin with
 * @throws Refusal when the folder belongs to another municipality
 */
export function openDataState(
  folder: DataFolder,
  municipality: string,
  fresh: boolean,
  fill?: () => void,
): DataState {
  if (fresh) folder.empty();
  const journal = openJournal(folder.files.journal);
  const settings = openSettings(journal);
  const kept = settings.get('state', State);
  if (kept && !kept.complete) {
    journal.close();
    return openDataState(folder, municipality, true, fill);
  }
  if (!kept && fill) {
    journal.close();
    folder.empty();
    fill();
    return openDataState(folder, municipality, false);
  }
  if (kept && kept.municipality !== municipality) {
    journal.close();
    throw new StartupError(
      `${folder.path} holds the data of ${kept.municipality}; --fresh empties it, --data names another`,
    );
  }
  if (!kept) settings.set('state', { municipality, complete: false });
  return {
    journal,
    settings,
    isNew: !kept,
    complete: () => settings.set('state', { municipality, complete: true }),
  };
}
