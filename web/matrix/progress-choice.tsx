import type { ComponentProps } from 'react';
import { useTranslation } from '../words/use-translation.ts';

interface ProgressChoiceProps extends Omit<ComponentProps<'select'>, 'value' | 'onChange'> {
  value: number;
  onChoose: (progress: number) => void;
}

const tenths = Array.from({ length: 11 }, (_, at) => at * 10);

/** How far something is, in tenths; a figure in between is kept until another is chosen. */
export function ProgressChoice({ value, onChoose, ...rest }: ProgressChoiceProps) {
  const { messages, formats } = useTranslation();
  const figures = [...new Set([...tenths, value])].sort((one, other) => one - other);
  return (
    <select {...rest} value={value} onChange={({ target }) => onChoose(Number(target.value))}>
      {figures.map((figure) => (
        <option key={figure} value={figure}>
          {messages.matrix.percent(formats.number(figure))}
        </option>
      ))}
    </select>
  );
}
