import { useState } from 'react';
import { policies } from '../../domain/policies.ts';
import { useApiQuery } from '../api/queries.ts';
import type { Gate } from '../api/types.ts';
import { Notice } from '../components/notice.tsx';
import { personName } from '../components/person-name.ts';
import { useMay } from '../session/may.ts';
import { useTranslation } from '../words/use-translation.ts';
import type { AtGate } from './at-gate.ts';
import { DecisionDialog } from './decision-dialog.tsx';

/** A review waits: who asked for it and under what, and the decision for those who may take it. */
export function InReview({ review, ...at }: AtGate & { review: NonNullable<Gate['review']> }) {
  const { messages, formats } = useTranslation();
  const { data: me } = useApiQuery('GET /api/me', {});
  const mayDecide = useMay(policies.gate.decide);
  const [isDeciding, setDeciding] = useState(false);
  const { requestedBy, requestedAt, note, override } = review;
  const isTheirOwn = at.gate.fourEyes && me?.user === requestedBy;
  return (
    <>
      <div className="stack-close">
        <p>{messages.gate.askedBy(personName(requestedBy), formats.moment(requestedAt))}</p>
        {note && <p>«{note}»</p>}
      </div>
      {override && (
        <Notice tone="warning">
          <p>{messages.gate.underOverride(personName(override.by), formats.date(override.expiresOn))}</p>
          <p>«{override.reason}»</p>
          <ul className="dotted">
            {at.gate.missing.map(({ key, what }) => (
              <li key={`${key} ${what}`}>{what}</li>
            ))}
          </ul>
        </Notice>
      )}
      {mayDecide && isTheirOwn && <p>{messages.gate.otherDecides}</p>}
      {mayDecide && !isTheirOwn && (
        <p>
          <button type="button" className="main" onClick={() => setDeciding(true)}>
            {messages.gate.decide}
          </button>
        </p>
      )}
      {isDeciding && (
        <DecisionDialog
          {...at}
          outcomes={['advance', 'return', 'hold', 'close']}
          onClose={() => setDeciding(false)}
        />
      )}
    </>
  );
}
