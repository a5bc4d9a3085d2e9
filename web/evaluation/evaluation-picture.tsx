import { useLayoutEffect, useRef } from 'react';
import { colours } from '../../domain/evaluation/dumbbell.ts';
import { evaluationPicture } from '../../domain/evaluation/picture.ts';
import { useFigureWords } from './figure-words.ts';
import type { Row } from './figures.ts';

/** The picture on the ground of the app, light or dark: the style sheet names a colour for each of its own. */
const onOurGround = (svg: string): string =>
  Object.entries(colours).reduce(
    (drawn, [name, colour]) => drawn.replaceAll(`"${colour}"`, `"var(--picture-${name})"`),
    svg,
  );

interface EvaluationPictureProps {
  /** Begins the ids of its parts. */
  id: string;
  place: string;
  rows: Row[];
}

/** Baseline and follow-up of each question with their intervals. Its figures are read out, and in the table below. */
export function EvaluationPicture({ id, place, rows }: EvaluationPictureProps) {
  const words = useFigureWords();
  const figure = useRef<HTMLElement>(null);
  const svg = evaluationPicture(id, place, rows, words);
  useLayoutEffect(() => {
    const drawn = new DOMParser().parseFromString(onOurGround(svg), 'image/svg+xml');
    figure.current?.replaceChildren(document.importNode(drawn.documentElement, true));
  }, [svg]);
  return <figure className="evaluation-picture" ref={figure} />;
}
