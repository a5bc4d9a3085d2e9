import { useEffect, useRef } from 'react';

/** What an address names a track by, after its `#`; mails lead there. */
export const trackAnchor = (track: string | undefined) => (track ? `track-${track}` : undefined);

/** Brings a part of the page that comes after the page itself into view, where the address names it. */
export function useNamedByAddress<T extends HTMLElement>(id: string | undefined) {
  const part = useRef<T>(null);
  useEffect(() => {
    if (id && location.hash === `#${encodeURIComponent(id)}`) part.current?.scrollIntoView();
  }, [id]);
  return part;
}
