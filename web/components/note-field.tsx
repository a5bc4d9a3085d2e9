import { useTranslation } from '../words/use-translation.ts';
import { Field } from './field.tsx';
import { FreeText } from './free-text.tsx';

interface NoteFieldProps {
  label: string;
  value: string;
  onChange: (note: string) => void;
  wrong?: string;
}

/** A note in a person's own words, with what is not to be written in one. */
export function NoteField({ label, value, onChange, wrong }: NoteFieldProps) {
  const { messages } = useTranslation();
  return (
    <Field label={label} hint={messages.checklist.noteHint} wrong={wrong}>
      {(control) => <FreeText {...control} maxLength={2_000} value={value} onChange={onChange} />}
    </Field>
  );
}
