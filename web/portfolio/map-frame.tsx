import { useEffect, useEffectEvent, useId, useRef } from 'react';
import { type DrawnMap, drawMap, type Shape } from './drawn-map.ts';

interface MapFrameProps {
  shapes: readonly Shape[];
  chosen?: string;
  /** It was chosen elsewhere, so that the map goes to it. */
  isFromList: boolean;
  choose: (id: string) => void;
  words: { name: string; hint: string; closer: string; farther: string; whole: string };
}

/** Shapes on a map, and the way back to all of it; what it says is said beside it in words. */
export function MapFrame({ shapes, chosen, isFromList, choose, words }: MapFrameProps) {
  const { name, hint: hintText, closer, farther, whole } = words;
  const hint = useId();
  const place = useRef<HTMLDivElement>(null);
  const drawn = useRef<DrawnMap>(undefined);
  const pressed = useEffectEvent(choose);
  useEffect(() => {
    if (!place.current) return;
    const made = drawMap(place.current, { closer, farther }, (id) => pressed(id));
    drawn.current = made;
    return () => {
      drawn.current = undefined;
      made.remove();
    };
  }, [closer, farther]);
  useEffect(() => drawn.current?.show(shapes), [shapes]);
  useEffect(() => drawn.current?.mark(chosen, isFromList), [chosen, isFromList]);
  return (
    <>
      <div
        ref={place}
        className="locality-map"
        role="application"
        aria-label={name}
        aria-describedby={hint}
      />
      <p className="row map-foot">
        <span id={hint} className="soft">
          {hintText}
        </span>
        <button type="button" onClick={() => drawn.current?.whole()}>
          {whole}
        </button>
      </p>
    </>
  );
}
