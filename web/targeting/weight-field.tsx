import { useId } from 'react';
import type { Weight } from '../../domain/targeting/ranking-request.ts';
import { Choice } from '../components/choice.tsx';
import { FreeText } from '../components/free-text.tsx';
import { useTranslation } from '../words/use-translation.ts';

interface WeightFieldProps {
  weight: Weight;
  /** Its part of all weights, 0 to 1. */
  share: number;
  alter: (part: Partial<Weight>) => void;
  remove: () => void;
}

const directions = ['higher-first', 'lower-first'] as const;

/** One indicator: how much it counts, which end comes first, and why. */
export function WeightField({ weight, share, alter, remove }: WeightFieldProps) {
  const { messages, formats } = useTranslation();
  const said = messages.targeting;
  const reason = useId();
  const { indicator, direction } = weight;
  const percent = new Intl.NumberFormat(formats.locale, { style: 'percent', maximumFractionDigits: 0 });
  const part = percent.format(share);
  return (
    <fieldset className="weight stack-close">
      <legend>{indicator}</legend>
      <div className="weight-slider">
        <input
          type="range"
          min={1}
          max={100}
          value={weight.weight}
          aria-label={said.weight(indicator)}
          aria-valuetext={part}
          onChange={({ target }) => alter({ weight: target.valueAsNumber })}
        />
        <span aria-hidden="true">{part}</span>
      </div>
      <div className="row">
        <Choice
          aria-label={said.direction(indicator)}
          options={directions.map((key) => ({ key, name: said.directions[key] }))}
          value={direction}
          onChoose={(key) => key && alter({ direction: key })}
        />
        <button
          type="button"
          className="plain weight-remove"
          aria-label={said.removeOf(indicator)}
          onClick={remove}
        >
          {said.remove}
        </button>
      </div>
      <label htmlFor={reason}>{said.reason}</label>
      <FreeText
        id={reason}
        className="reason"
        aria-label={said.reasonOf(indicator)}
        maxLength={1_000}
        value={weight.reason}
        onChange={(text) => alter({ reason: text })}
      />
    </fieldset>
  );
}
