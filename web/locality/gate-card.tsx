import { useState } from 'react';
import { Link } from 'wouter';
import { policies } from '../../domain/policies.ts';
import type { Gate } from '../api/types.ts';
import { Badge } from '../components/badge.tsx';
import { Due } from '../components/due.tsx';
import { Icon } from '../components/icon.tsx';
import { useMay } from '../session/may.ts';
import { useTranslation } from '../words/use-translation.ts';
import { placeOfCriterion } from './addresses.ts';
import type { AtGate } from './at-gate.ts';
import { DecisionDialog } from './decision-dialog.tsx';
import { InReview } from './in-review.tsx';
import { ReviewDialog } from './review-dialog.tsx';
import './gate-card.css';

/** What stands between the locality and its next stage, and what can be done about it now. */
export function GateCard(at: AtGate) {
  const { messages, formats } = useTranslation();
  const { gate, visit } = at;
  const mayDecide = useMay(policies.gate.decide);
  const isLate = formats.isLate(visit.targetOn);
  return (
    <section className={isLate ? 'card gate late stack' : 'card gate stack'}>
      <div className="row">
        <h3>{messages.gate.title}</h3>
        {gate.review ? (
          <Badge tone="soon" icon="waiting">
            {messages.gate.inReview}
          </Badge>
        ) : (
          <Badge tone={gate.ready ? 'good' : 'quiet'} icon={gate.ready ? 'done' : undefined}>
            {gate.ready ? messages.gate.ready : messages.gate.missing(gate.missing.length)}
          </Badge>
        )}
        <Due on={visit.targetOn} />
      </div>
      {gate.review ? <InReview {...at} review={gate.review} /> : <Open {...at} />}
      <Criteria gate={gate} />
      {mayDecide && <WithoutReview {...at} />}
    </section>
  );
}

/** No review is asked for yet: what is missing, or the way to ask. */
function Open(at: AtGate) {
  const { messages } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const { gate } = at;
  const mayAsk = useMay(policies.gate.requestReview);
  const mayOverride = useMay(policies.gate.override);
  const { readyText, readyTextAlone } = messages.gate;
  return (
    <>
      {gate.ready ? <p>{gate.fourEyes ? readyText : readyTextAlone}</p> : <Missing {...at} />}
      {mayAsk && (gate.ready || mayOverride) && (
        <p>
          <button type="button" className={gate.ready ? 'main' : undefined} onClick={() => setAsking(true)}>
            {gate.ready ? messages.gate.askReview : messages.gate.askWithOverride}
          </button>
        </p>
      )}
      {isAsking && <ReviewDialog {...at} onClose={() => setAsking(false)} />}
    </>
  );
}

/** What is missing, one by one, each the way to where it is done. */
function Missing({ gate, locality }: AtGate) {
  return (
    <ul className="missing">
      {gate.missing.map(({ criterion, key, what, activity }) => {
        const place = placeOfCriterion(locality.id, criterion);
        const text = (
          <>
            {what}
            <Icon name="next" />
          </>
        );
        return (
          <li key={`${key} ${what}`}>
            {activity && <a href={`#${activity}`}>{text}</a>}
            {!activity && place && <Link href={place}>{text}</Link>}
            {!activity && !place && what}
          </li>
        );
      })}
    </ul>
  );
}

/** Every criterion and whether it holds, for whoever wants to see the whole. */
function Criteria({ gate }: { gate: Gate }) {
  const { messages } = useTranslation();
  return (
    <details>
      <summary>{messages.gate.criteria}</summary>
      <ul className="criteria">
        {gate.criteria.map(({ key, met, detail }) => (
          <li key={key}>
            <span className={met ? 'met' : 'unmet'}>
              <Icon name={met ? 'done' : 'missing'} />
              <span className="unseen">{met ? messages.gate.met : messages.gate.unmet}: </span>
            </span>
            {detail}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What needs no review. Where one waits, sending back is among the ways to decide it. */
function WithoutReview(at: AtGate) {
  const { messages } = useTranslation();
  const [isDeciding, setDeciding] = useState(false);
  return (
    <p>
      <button type="button" className="plain" onClick={() => setDeciding(true)}>
        {at.gate.review ? messages.gate.pauseOrClose : messages.gate.returnPauseOrClose}
      </button>
      {isDeciding && (
        <DecisionDialog
          {...at}
          outcomes={at.gate.review ? ['hold', 'close'] : ['return', 'hold', 'close']}
          onClose={() => setDeciding(false)}
        />
      )}
    </p>
  );
}
