import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useRef, useState } from 'react';

/** More rows than are seen, so that none is missing while the page is scrolled. */
const beyond = 10;

/**
 * Which of many rows to draw while the page is scrolled. The row that has the focus is always among them: else the
 * keyboard would lose its place.
 * @param count of all rows
 * @param height of a row, in pixels, until it is measured
 * @param keyOf names a row, so that what was measured stays with it when the order changes
 */
export function useWindowRows<Place extends HTMLElement>(
  count: number,
  height: number,
  keyOf: (at: number) => string,
) {
  const place = useRef<Place>(null);
  const [scrollMargin, setScrollMargin] = useState(0);
  const [focused, setFocused] = useState<number>();
  useLayoutEffect(() => {
    if (place.current) setScrollMargin(place.current.getBoundingClientRect().top + window.scrollY);
  });
  const rangeExtractor = useCallback(
    (range: Range) => {
      const drawn = defaultRangeExtractor(range);
      if (focused === undefined || focused >= range.count || drawn.includes(focused)) return drawn;
      return [...drawn, focused].sort((a, b) => a - b);
    },
    [focused],
  );
  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: () => height,
    overscan: beyond,
    // Rows beyond those in sight are there already, so that drawing more may wait for a free moment.
    useFlushSync: false,
    scrollMargin,
    getItemKey: keyOf,
    rangeExtractor,
  });
  return {
    place,
    rows: virtualizer.getVirtualItems(),
    measure: virtualizer.measureElement,
    height: virtualizer.getTotalSize(),
    /** How far down from the top of the place a row begins. */
    topOf: (start: number) => start - scrollMargin,
    onFocus: setFocused,
  };
}
