import { useState } from 'react';
import { useApiMutation } from '../api/queries.ts';
import { Dialog } from '../components/dialog.tsx';
import { Field } from '../components/field.tsx';
import { FreeText } from '../components/free-text.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useTranslation } from '../words/use-translation.ts';
import { type Bench, type Ranking, requestOf } from './bench.ts';
import { LinkedEffect } from './linked-effect.tsx';

interface FreezeDialogProps {
  bench: Bench;
  ranking: Ranking;
  change: (part: Partial<Bench>) => void;
  onClose: () => void;
  onFrozen: (ranking: string) => void;
}

/** What freezing will do, and for which localities, is said before it is done. */
export function FreezeDialog({ bench, ranking, change, onClose, onFrozen }: FreezeDialogProps) {
  const { messages } = useTranslation();
  const said = messages.targeting;
  const freeze = useApiMutation('POST /api/targeting/rankings');
  const [isChecked, setChecked] = useState(false);
  const wrong = bench.rationale.trim() ? undefined : said.rationaleNeeded;
  const linked = bench.places.flatMap(({ key, locality }) => (locality ? [{ key, locality }] : []));
  const rankOf = (key: string) => ranking.places.find((place) => place.key === key)?.rank;
  const run = () => {
    setChecked(true);
    const request = requestOf(bench);
    if (wrong || !request) return;
    const frozen = (answer: object) => {
      if ('id' in answer && typeof answer.id === 'string') onFrozen(answer.id);
    };
    freeze.mutate({ body: request }, { onSuccess: frozen });
  };
  return (
    <Dialog
      title={said.freeze}
      onClose={onClose}
      confirm={{ label: said.freeze, busy: freeze.isPending, run }}
    >
      <ProblemNotice problem={freeze.error} />
      <Field label={said.freezeName} hint={said.freezeNameHint}>
        {(control) => (
          <input
            {...control}
            maxLength={120}
            value={bench.name}
            onChange={({ target }) => change({ name: target.value })}
          />
        )}
      </Field>
      <Field label={said.rationale} hint={said.rationaleHint} wrong={isChecked ? wrong : undefined}>
        {(control) => (
          <FreeText
            {...control}
            maxLength={4_000}
            value={bench.rationale}
            onChange={(text) => change({ rationale: text })}
          />
        )}
      </Field>
      <div className="stack-close">
        <h3>{said.willDo}</h3>
        <ul className="dotted">
          <li>{said.willKeep(bench.places.length)}</li>
          {linked.length === 0 && <li>{said.willNotTouch}</li>}
          {linked.map(({ key, locality }) => (
            <li key={key}>
              <LinkedEffect
                locality={locality}
                name={bench.localities[locality] ?? locality}
                rank={rankOf(key)}
              />
            </li>
          ))}
        </ul>
        <p>
          <strong>{said.freezeFinal}</strong>
        </p>
      </div>
    </Dialog>
  );
}
