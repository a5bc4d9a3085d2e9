import { useState } from 'react';
import type { Weight } from '../../domain/targeting/ranking-request.ts';
import { Choice } from '../components/choice.tsx';
import { Field } from '../components/field.tsx';
import { FreeText } from '../components/free-text.tsx';
import { Icon } from '../components/icon.tsx';
import { useTranslation } from '../words/use-translation.ts';
import { type Bench, usualWeight } from './bench.ts';
import { WeightField } from './weight-field.tsx';

interface WeightsCardProps {
  bench: Bench;
  change: (part: Partial<Bench>) => void;
}

const methods = ['weighted', 'cases-attended'] as const;
const normalisations = ['min-max', 'z', 'rank'] as const;

const newWeight = (indicator: string): Weight => ({
  indicator,
  weight: usualWeight,
  direction: 'higher-first',
  reason: '',
});

/** What counts and how much, each with the reason for it. */
export function WeightsCard({ bench, change }: WeightsCardProps) {
  const { messages } = useTranslation();
  const said = messages.targeting;
  const { method, normalisation, topK, places } = bench;
  return (
    <section className="card stack" aria-labelledby="criteria">
      <h2 id="criteria">{said.criteria}</h2>
      <Field label={said.method} hint={said.methodTexts[method]}>
        {(control) => (
          <Choice
            {...control}
            options={methods.map((key) => ({ key, name: said.methods[key] }))}
            value={method}
            onChoose={(key) => key && change({ method: key })}
          />
        )}
      </Field>
      {method === 'weighted' ? (
        <Weights bench={bench} change={change} />
      ) : (
        <Cases bench={bench} change={change} />
      )}
      {method === 'weighted' && (
        <Field label={said.normalisation}>
          {(control) => (
            <Choice
              {...control}
              options={normalisations.map((key) => ({ key, name: said.normalisations[key] }))}
              value={normalisation}
              onChoose={(key) => key && change({ normalisation: key })}
            />
          )}
        </Field>
      )}
      <Field label={said.topK}>
        {(control) => (
          <input
            {...control}
            type="number"
            min={1}
            max={places.length}
            value={topK || ''}
            onChange={({ target }) => change({ topK: bounded(target.valueAsNumber, places.length) })}
            onBlur={() => change({ topK: Math.max(topK, 1) })}
          />
        )}
      </Field>
    </section>
  );
}

/** 0 stands for a field that is empty, as it may be for a moment. */
const bounded = (value: number, most: number) =>
  Number.isFinite(value) ? Math.min(Math.max(Math.trunc(value), 0), most) : 0;

function Weights({ bench: { weights, indicators }, change }: WeightsCardProps) {
  const { messages } = useTranslation();
  const said = messages.targeting;
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);
  const others = indicators.filter((name) => !weights.some(({ indicator }) => indicator === name));
  const alter = (indicator: string, part: Partial<Weight>) =>
    change({ weights: weights.map((one) => (one.indicator === indicator ? { ...one, ...part } : one)) });
  return (
    <>
      <ul className="stack">
        {weights.map((weight) => (
          <li key={weight.indicator}>
            <WeightField
              weight={weight}
              share={weight.weight / total}
              alter={(part) => alter(weight.indicator, part)}
              remove={() => change({ weights: weights.filter((one) => one !== weight) })}
            />
          </li>
        ))}
      </ul>
      {others.length > 0 ? (
        <Add options={others} add={(indicator) => change({ weights: [...weights, newWeight(indicator)] })} />
      ) : (
        <p className="soft">{said.allAdded}</p>
      )}
    </>
  );
}

function Add({ options, add }: { options: string[]; add: (indicator: string) => void }) {
  const { messages } = useTranslation();
  const said = messages.targeting;
  const [chosen, setChosen] = useState('');
  const first = options.includes(chosen) ? chosen : '';
  return (
    <div className="add-weight">
      <Field label={said.indicator}>
        {(control) => (
          <Choice
            {...control}
            options={options.map((name) => ({ key: name, name }))}
            value={first}
            none={said.choose}
            onChoose={setChosen}
          />
        )}
      </Field>
      <button type="button" aria-disabled={!first} onClick={() => first && add(first)}>
        <Icon name="add" />
        {said.add}
      </button>
    </div>
  );
}

function Cases({ bench: { cases, indicators }, change }: WeightsCardProps) {
  const { messages } = useTranslation();
  const said = messages.targeting;
  return (
    <>
      <Field label={said.cases}>
        {(control) => (
          <Choice
            {...control}
            options={indicators.map((name) => ({ key: name, name }))}
            value={cases?.indicator ?? ''}
            none={said.choose}
            onChoose={(indicator) =>
              change({
                cases: indicator ? { ...newWeight(indicator), reason: cases?.reason ?? '' } : undefined,
              })
            }
          />
        )}
      </Field>
      {cases && (
        <Field label={said.reason}>
          {(control) => (
            <FreeText
              {...control}
              className="reason"
              maxLength={1_000}
              value={cases.reason}
              onChange={(text) => change({ cases: { ...cases, reason: text } })}
            />
          )}
        </Field>
      )}
    </>
  );
}
