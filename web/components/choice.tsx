import type { ComponentProps } from 'react';

interface ChoiceProps<Key extends string> extends Omit<ComponentProps<'select'>, 'value' | 'onChange'> {
  options: readonly { key: Key; name: string }[];
  value: Key | '';
  onChoose: (key: Key | '') => void;
  /** What choosing none of them is called; without it one of them has to be chosen. */
  none?: string;
}

/** One of a few, by name. */
export function Choice<Key extends string>({ options, value, onChoose, none, ...rest }: ChoiceProps<Key>) {
  return (
    <select
      {...rest}
      value={value}
      onChange={({ target }) => onChoose(options.find(({ key }) => key === target.value)?.key ?? '')}
    >
      {none !== undefined && <option value="">{none}</option>}
      {options.map(({ key, name }) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </select>
  );
}
