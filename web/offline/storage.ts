import { createAsyncStoragePersister } from '@tanstack/query-async-storage-persister';
import type { PersistQueryClientOptions } from '@tanstack/react-query-persist-client';
import { createStore, del, get, set, type UseStore } from 'idb-keyval';

/** Put in when the app is built: a digest of the interface's types. */
declare const __SHAPE_OF_ANSWERS__: string;

const month = 30 * 24 * 3_600_000;

/** What is kept in this browser for one person; nobody else is shown it. */
export const storageFor = (subject: string): UseStore => createStore(`etapas-${subject}`, 'kept');

/** How what was seen last is kept, to be shown without a network. */
export function persistence(kept: UseStore): Omit<PersistQueryClientOptions, 'queryClient'> {
  return {
    persister: createAsyncStoragePersister({
      key: 'seen',
      storage: {
        getItem: async (key) => (await get<string>(key, kept)) ?? null,
        setItem: (key, value) => set(key, value, kept),
        removeItem: (key) => del(key, kept),
      },
    }),
    maxAge: month,
    buster: __SHAPE_OF_ANSWERS__,
    dehydrateOptions: { shouldDehydrateQuery: ({ state }) => state.data !== undefined },
  };
}

/** Forgets all that is kept for somebody. */
export async function forget(subject: string): Promise<void> {
  await new Promise<void>((resolve) => {
    const request = indexedDB.deleteDatabase(`etapas-${subject}`);
    // Another tab that has it open holds it up; it goes when that closes.
    request.onsuccess = request.onerror = request.onblocked = () => resolve();
  });
}
