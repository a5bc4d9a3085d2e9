import type { TextareaHTMLAttributes } from 'react';
import { contactsIn } from '../../domain/personal-text.ts';
import { useTranslation } from '../words/use-translation.ts';

interface FreeTextProps extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange' | 'value'> {
  value: string;
  onChange: (text: string) => void;
}

/** What somebody writes about the work, in several lines: a telephone or an address in it is asked about as it is typed. */
export function FreeText({ value, onChange, ...control }: FreeTextProps) {
  const { messages } = useTranslation();
  const asked = contactsIn(value).map((kind) => messages.contactQuestions[kind]);
  return (
    <>
      <textarea {...control} value={value} onChange={({ target }) => onChange(target.value)} />
      <span className="asked" role="status">
        {asked.join(' ')}
      </span>
    </>
  );
}
