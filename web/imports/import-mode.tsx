import { keysOf } from '../../domain/keys.ts';
import { useTranslation } from '../words/use-translation.ts';

export interface Mode {
  mode: 'add' | 'update';
  /** Of an update: whether a blank cell takes away what was there. */
  clears: boolean;
}

/** Whether a file only adds, or changes what is there; and then, what its blank cells say. */
export function ImportMode({ chosen, onChoose }: { chosen: Mode; onChoose: (mode: Mode) => void }) {
  const { messages } = useTranslation();
  const { mode, clears } = chosen;
  return (
    <fieldset className="import-mode">
      <legend>{messages.imports.mode}</legend>
      {keysOf(messages.imports.modes).map((one) => (
        <label key={one}>
          <input
            type="radio"
            name="import-mode"
            checked={mode === one}
            onChange={() => onChoose({ mode: one, clears: false })}
          />
          {messages.imports.modes[one]}
        </label>
      ))}
      {mode === 'update' && (
        <label>
          <input
            type="checkbox"
            checked={clears}
            aria-describedby="import-clears"
            onChange={({ target }) => onChoose({ mode, clears: target.checked })}
          />
          {messages.imports.clear}
        </label>
      )}
      {mode === 'update' && (
        <p id="import-clears" className="soft">
          {messages.imports.clearHint}
        </p>
      )}
    </fieldset>
  );
}
