import { Choice } from '../components/choice.tsx';
import { Field } from '../components/field.tsx';
import { useTranslation } from '../words/use-translation.ts';
import type { FormValues } from './form-values.ts';

interface MoneyFieldProps {
  typed: FormValues;
  onChange: (part: Partial<FormValues>) => void;
  isWrong: boolean;
}

/** A sum and its currency. */
export function MoneyField({ typed, onChange, isWrong }: MoneyFieldProps) {
  const { messages } = useTranslation();
  const currencies = (['MXN', 'USD'] as const).map((key) => ({ key, name: messages.matrix.currencies[key] }));
  return (
    <div className="beside">
      <Field
        label={messages.commitmentFields.budget.name}
        hint={messages.matrix.hints.amount}
        wrong={isWrong ? messages.matrix.wrong.amount : undefined}
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
      <Field label={messages.matrix.currency}>
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
