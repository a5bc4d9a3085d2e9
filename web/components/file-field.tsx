import { useState } from 'react';
import { taken } from '../imports/taken.ts';
import { useTranslation } from '../words/use-translation.ts';
import { Field } from './field.tsx';
import './file-field.css';

/** What the interface takes in one piece. */
const largest = 4 * 1024 * 1024;

interface FileFieldProps {
  label: string;
  hint?: string;
  /** As an input has it: endings and types. */
  accept: string;
  onChoose: (name: string, content: Blob) => void;
}

/** A file from this device; one that is too large is not sent at all. */
export function FileField({ label, hint, accept, onChoose }: FileFieldProps) {
  const { messages, formats } = useTranslation();
  const [size, setSize] = useState(0);
  const choose = async (chosen: File | undefined) => {
    if (!chosen) return;
    setSize(chosen.size);
    if (chosen.size <= largest) onChoose(chosen.name, await taken(chosen));
  };
  const megabytes = formats.number(Math.round((size / largest) * 4 * 10) / 10);
  return (
    <Field label={label} hint={hint} wrong={size > largest ? messages.parts.tooLarge(megabytes) : undefined}>
      {(control) => (
        <input
          {...control}
          type="file"
          accept={accept}
          className="file-field"
          onClick={({ currentTarget }) => {
            // The same file again, mended meanwhile, is a choice too.
            currentTarget.value = '';
          }}
          onChange={({ target }) => void choose(target.files?.[0])}
        />
      )}
    </Field>
  );
}
