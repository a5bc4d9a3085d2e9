import { useState } from 'react';
import { useLocation } from 'wouter';
import type { DecisionOutcome } from '../../domain/decision-outcome.ts';
import { useApiMutation } from '../api/queries.ts';
import { Dialog } from '../components/dialog.tsx';
import { Field } from '../components/field.tsx';
import { FreeText } from '../components/free-text.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { toast } from '../components/toast.tsx';
import { LocalitiesField } from '../people/localities-field.tsx';
import { useDraft } from '../session/draft.ts';
import { type Translation, useTranslation } from '../words/use-translation.ts';
import { addressOf } from './addresses.ts';
import type { AtGate } from './at-gate.ts';
import { useDecisionTold } from './people-told.ts';
import './decision-dialog.css';

interface DecisionDialogProps extends AtGate {
  /** What may be decided now. */
  outcomes: DecisionOutcome[];
  onClose: () => void;
}

const noLocality: string[] = [];

/** A decision: what each outcome will do and whom it will tell is said before any of them is chosen. */
export function DecisionDialog({ outcomes, onClose, ...at }: DecisionDialogProps) {
  const { locality, stage, stages, visit, gate } = at;
  const { messages, language } = useTranslation();
  const told = useDecisionTold(gate);
  const [, go] = useLocation();
  const decide = useApiMutation('POST /api/localities/{id}/gate/decisions');
  const name = `decision.${locality.id}.${visit.track ?? ''}.${outcomes.length}`;
  const { draft, change, forget } = useDraft(name, {
    reason: '',
    toStage: stage.stage,
    continuedBy: noLocality,
  });
  const [outcome, setOutcome] = useState<DecisionOutcome>();
  const [isChecked, setChecked] = useState(false);
  const isWhole = draft.reason.trim() !== '' && outcome !== undefined;
  const decided = (taken: DecisionOutcome) => {
    forget();
    onClose();
    go(addressOf(locality.id));
    toast(messages.decision.taken[taken]);
  };
  const run = () => {
    setChecked(true);
    if (!isWhole) return;
    const toStage = outcome === 'return' ? draft.toStage : undefined;
    const continuedBy = outcome === 'close' && draft.continuedBy.length > 0 ? draft.continuedBy : undefined;
    const body = { track: visit.track, outcome, reason: draft.reason.trim(), toStage, continuedBy };
    const asked = { params: { id: locality.id }, body, version: gate.version };
    decide.mutate(asked, { onSuccess: () => decided(outcome) });
  };
  const options = stages.slice(0, stages.indexOf(stage) + 1).reverse();
  return (
    <Dialog
      title={titleOf(outcomes, messages)}
      onClose={onClose}
      confirm={{
        label: outcome ? messages.decision.confirm[outcome] : messages.gate.decide,
        grave: outcome === 'close',
        busy: decide.isPending,
        run,
      }}
    >
      <ProblemNotice problem={decide.error} />
      <fieldset className="outcomes">
        <legend>{messages.decision.which}</legend>
        {isChecked && !outcome && <p className="late">{messages.decision.whichNeeded}</p>}
        {outcomes.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="outcome"
              checked={outcome === one}
              disabled={one === 'advance' && !mayAdvance(at)}
              onChange={() => setOutcome(one)}
            />
            <strong>{messages.decision.outcomes[one]}</strong>
            <Consequence {...at} outcome={one} toStage={draft.toStage} />
          </label>
        ))}
      </fieldset>
      {outcome === 'return' && options.length > 1 && (
        <Field label={messages.decision.toStage}>
          {(control) => (
            <select
              {...control}
              value={draft.toStage}
              onChange={({ target }) => change({ toStage: target.value })}
            >
              {options.map((one) => (
                <option key={one.stage} value={one.stage}>
                  {one === stage ? messages.decision.sameStage(one.name[language]) : one.name[language]}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {outcome === 'close' && (
        <LocalitiesField
          label={messages.decision.continuedBy}
          hint={messages.decision.continuedByHint}
          chosen={draft.continuedBy}
          onChange={(continuedBy) => change({ continuedBy })}
        />
      )}
      <Field
        label={messages.decision.reason}
        hint={messages.decision.reasonHint}
        wrong={isChecked && !draft.reason.trim() ? messages.decision.reasonNeeded : undefined}
      >
        {(control) => (
          <FreeText
            {...control}
            maxLength={2_000}
            value={draft.reason}
            onChange={(text) => change({ reason: text })}
          />
        )}
      </Field>
      <p>{told}</p>
    </Dialog>
  );
}

function titleOf(outcomes: DecisionOutcome[], { decision, gate }: Translation['messages']): string {
  if (outcomes.includes('advance')) return decision.title;
  return outcomes.includes('return') ? gate.returnPauseOrClose : gate.pauseOrClose;
}

/** Criteria may be unmet again since the review was asked for, unless an exception covers them. */
const mayAdvance = ({ gate }: AtGate) => gate.ready || gate.review?.override !== undefined;

/** What an outcome will do. */
function Consequence(at: AtGate & { outcome: DecisionOutcome; toStage: string }) {
  const { messages, language } = useTranslation();
  const { stage, stages, outcome, visit } = at;
  const { will } = messages.decision;
  const nameOf = (key: string) => stages.find((one) => one.stage === key)?.name[language] ?? key;
  const next = stages[stages.indexOf(stage) + 1];
  const isLastTrack = !visit.track || stage.visits.filter(({ endedOn }) => !endedOn).length === 1;
  const advance = !isLastTrack
    ? will.advanceTrack
    : next
      ? will.advance(next.name[language])
      : will.advanceLast;
  const said: Record<DecisionOutcome, string> = {
    advance: mayAdvance(at) ? advance : messages.decision.unmet,
    return: will.return(nameOf(at.toStage)),
    hold: will.hold,
    close: will.close,
  };
  return <span>{said[outcome]}</span>;
}
