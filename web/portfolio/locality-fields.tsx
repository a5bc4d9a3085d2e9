import type { ReactNode } from 'react';
import { Field } from '../components/field.tsx';
import { useTranslation } from '../words/use-translation.ts';
import { CoordinatorsField } from './coordinators-field.tsx';
import type { FormValues, Territory, Wrong } from './form-values.ts';
import { TerritoryField } from './territory-field.tsx';
import './locality-fields.css';

interface LocalityFieldsProps {
  typed: FormValues;
  /** What is wrong, once it is to be said. */
  wrong?: Wrong;
  /** The territory that is known already. */
  before?: Territory | null;
  onChange: (some: Partial<FormValues>) => void;
  /** What stands after the name. */
  children?: ReactNode;
}

/** What is known of a locality beside its way through its programme. */
export function LocalityFields({ typed, wrong, before, onChange, children }: LocalityFieldsProps) {
  const { messages } = useTranslation();
  const said = messages.localityForm;
  return (
    <>
      <Field label={said.name} hint={said.nameHint} wrong={wrong?.name ? said.nameNeeded : undefined}>
        {(control) => (
          <input
            {...control}
            maxLength={200}
            autoComplete="off"
            value={typed.name}
            onChange={({ target }) => onChange({ name: target.value })}
          />
        )}
      </Field>
      {children}
      <div className="two-fields">
        <Field label={said.code} hint={said.codeHint}>
          {(control) => (
            <input
              {...control}
              maxLength={40}
              autoComplete="off"
              value={typed.code}
              onChange={({ target }) => onChange({ code: target.value })}
            />
          )}
        </Field>
        <Field
          label={said.population}
          hint={said.populationHint}
          wrong={wrong?.population ? said.populationWrong : undefined}
        >
          {(control) => (
            <input
              {...control}
              inputMode="numeric"
              maxLength={12}
              autoComplete="off"
              value={typed.population}
              onChange={({ target }) => onChange({ population: target.value })}
            />
          )}
        </Field>
      </div>
      <CoordinatorsField
        coordinators={typed.coordinators}
        isChecked={wrong !== undefined}
        onChange={(coordinators) => onChange({ coordinators })}
      />
      <TerritoryField
        territory={typed.territory}
        before={before ?? null}
        onChange={(territory) => onChange({ territory })}
      />
    </>
  );
}
