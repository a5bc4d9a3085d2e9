import { Choice } from '../parts/choice.tsx';
import { Field } from '../parts/field.tsx';
import { useWords } from '../words/use-words.ts';
import type { Typed } from './typed.ts';

interface MoneyFieldProps {
  typed: Typed;
  onChange: (part: Partial<Typed>) => void;
  isWrong: boolean;
}

/** A sum and its currency. */
export function MoneyField({ typed, onChange, isWrong }: MoneyFieldProps) {
  const { words } = useWords();
  const currencies = (['MXN', 'USD'] as const).map((key) => ({ key, name: words.matrix.currencies[key] }));
  return (
    <div className="beside">
      <Field
        label={words.matrix.fields.amount}
        hint={words.matrix.fields.amountHint}
        wrong={isWrong ? words.matrix.wrong.amount : undefined}
      >
        {(control) => (
          <input
            {...control}
            inputMode="decimal"
            autoComplete="off"
            maxLength={20}
            value={typed.amount}
            onChange={({ target }) => onChange({ amount: target.value })}
          />
        )}
      </Field>
      <Field label={words.matrix.fields.currency}>
        {(control) => (
          <Choice
            {...control}
            options={currencies}
            value={typed.currency}
            onChoose={(currency) => currency && onChange({ currency })}
          />
        )}
      </Field>
    </div>
  );
}
