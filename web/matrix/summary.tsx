import type { Commitment } from '../api/types.ts';
import { useTranslation } from '../words/use-translation.ts';
import { summaryOf } from './shown.ts';

/** What the matrix comes to, before its rows. */
export function Summary({ matrix }: { matrix: Commitment[] }) {
  const { messages, formats } = useTranslation();
  const { standing, fulfilled, late, blank, budget } = summaryOf(matrix, formats.isLate);
  const said = messages.matrix.summary;
  return (
    <dl className="matrix-summary">
      <div>
        <dt>{said.fulfilled}</dt>
        <dd>
          {messages.matrix.share(formats.number(fulfilled), formats.number(standing))}
          <progress value={fulfilled} max={Math.max(standing, 1)} aria-label={said.fulfilled} />
        </dd>
      </div>
      <div className={late > 0 ? 'marked late' : undefined}>
        <dt>{said.late}</dt>
        <dd>{formats.number(late)}</dd>
      </div>
      {blank > 0 && (
        <div className="marked soon">
          <dt>{said.blank}</dt>
          <dd>{formats.number(blank)}</dd>
        </div>
      )}
      {budget.length > 0 && (
        <div>
          <dt>{said.budget}</dt>
          <dd>{budget.map(([currency, amount]) => formats.money(amount, currency)).join(' + ')}</dd>
        </div>
      )}
    </dl>
  );
}
