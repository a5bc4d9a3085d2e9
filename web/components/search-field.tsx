import { type KeyboardEvent, useId, useState } from 'react';
import { Field } from './field.tsx';
import { Icon } from './icon.tsx';
import './search-field.css';

export interface SearchOption {
  key: string;
  label: string;
  detail?: string;
}

interface SearchFieldProps {
  label: string;
  hint?: string;
  wrong?: string;
  typed: string;
  onType: (typed: string) => void;
  /** What was found for what is typed. */
  options: SearchOption[];
  /** How many were found, or that they are being looked for; read out as it changes. */
  status: string;
  onChoose: (key: string) => void;
  /** Something that is none of those found: the last choice. */
  other?: { label: string; run: () => void };
}

/**
 * A field that finds something by what is typed, to be chosen with the arrows or a tap: a combobox with a list box, as
 * the ARIA Authoring Practices describe it.
 */
export function SearchField(props: SearchFieldProps) {
  const { label, hint, wrong, typed, onType, options, status, onChoose, other } = props;
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const choices = [
    ...options.map((one) => ({ ...one, isOther: false, run: () => onChoose(one.key) })),
    ...(other ? [{ key: '', label: other.label, detail: undefined, isOther: true, run: other.run }] : []),
  ];
  const choose = (run: () => void) => {
    setOpen(false);
    setAt(-1);
    run();
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setOpen(true);
      setAt((at + step + choices.length) % Math.max(choices.length, 1));
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      const chosen = choices[at];
      if (chosen) choose(chosen.run);
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    }
  };
  return (
    <div className="search-field">
      <Field label={label} hint={hint} wrong={wrong}>
        {(control) => (
          <input
            {...control}
            role="combobox"
            aria-expanded={isOpen}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={isOpen && choices[at] ? `${id}-${at}` : undefined}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            value={typed}
            onFocus={() => setOpen(true)}
            onBlur={() => setOpen(false)}
            onClick={() => setOpen(true)}
            onKeyDown={press}
            onChange={({ target }) => {
              onType(target.value);
              setOpen(true);
              setAt(-1);
            }}
          />
        )}
      </Field>
      <div className={isOpen ? 'found' : 'found closed'}>
        <p className="soft" role="status">
          {isOpen && status}
        </p>
        <div role="listbox" id={`${id}-list`} aria-label={label}>
          {isOpen &&
            choices.map((one, place) => (
              <button
                type="button"
                role="option"
                key={one.key}
                id={`${id}-${place}`}
                tabIndex={-1}
                aria-selected={place === at}
                className="plain"
                // The field keeps the focus, and the list is still there when the tap ends.
                onPointerDown={(event) => event.preventDefault()}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(one.run)}
              >
                <span>
                  {one.isOther && <Icon name="add" />} {one.label}
                </span>
                {one.detail && <span className="soft">{one.detail}</span>}
              </button>
            ))}
        </div>
      </div>
    </div>
  );
}
