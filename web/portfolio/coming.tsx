import { useId } from 'react';
import { useApiQuery } from '../api/queries.ts';
import { useTranslation } from '../words/use-translation.ts';

/** How many of the localities have come in so far; how many there are is asked only while they come. */
export function Coming({ known }: { known: number }) {
  const { messages, formats } = useTranslation();
  const id = useId();
  const { data } = useApiQuery('GET /api/portfolio', {});
  const all = data && Math.max(data.localities, known);
  return (
    <p className="coming">
      <label htmlFor={id}>
        {all === undefined
          ? messages.portfolio.comingUnknown(formats.number(known))
          : messages.portfolio.coming(formats.number(known), formats.number(all))}
      </label>
      <progress id={id} value={all === undefined ? undefined : known} max={all} />
    </p>
  );
}
