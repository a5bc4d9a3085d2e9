import { useEffect, useState } from 'react';
import { useUploads } from './uploads.ts';

/** Saves a form once none of its files is on its way any more; until then the save is held. */
export function useSaveAfterUploads(form: string, save: () => void) {
  const uploads = useUploads(form);
  const isUploading = uploads.some(({ standing }) => standing.is !== 'stopped');
  const [isHeld, setHeld] = useState(false);
  // A save that waits for files goes on with them; without them, the person is asked.
  useEffect(() => {
    if (!isHeld || isUploading) return;
    setHeld(false);
    if (uploads.length === 0) save();
  });
  return { isHeld, saveAfterUploads: () => (isUploading ? setHeld(true) : save()) };
}
