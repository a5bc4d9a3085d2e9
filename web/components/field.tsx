import { type ReactNode, useId } from 'react';
import './field.css';

interface FieldProps {
  label: string;
  hint?: string;
  /** What is wrong with what was typed. */
  wrong?: string;
  /** The control; it is to carry what it is given, so that the label, the hint and what is wrong belong to it. */
  children: (control: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: boolean }) => ReactNode;
}

/** A control with its label above it, and what is to be known of it in between. */
export function Field({ label, hint, wrong, children }: FieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {wrong && (
        <span className="wrong" id={`${id}-wrong`}>
          {wrong}
        </span>
      )}
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': wrong ? true : undefined })}
    </div>
  );
}
