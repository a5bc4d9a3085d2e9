import { useId } from 'react';
import { useAnswer } from '../api/queries.ts';
import { useWords } from '../words/use-words.ts';

/** How many of the localities have come in so far; how many there are is asked only while they come. */
export function Coming({ known }: { known: number }) {
  const { words, formats } = useWords();
  const id = useId();
  const { data } = useAnswer('GET /api/portfolio', {});
  const all = data && Math.max(data.localities, known);
  return (
    <p className="coming">
      <label htmlFor={id}>
        {all === undefined
          ? words.portfolio.comingUnknown(formats.number(known))
          : words.portfolio.coming(formats.number(known), formats.number(all))}
      </label>
      <progress id={id} value={all === undefined ? undefined : known} max={all} />
    </p>
  );
}
