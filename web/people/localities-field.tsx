import { useDeferredValue, useState } from 'react';
import { useApiQuery } from '../api/queries.ts';
import { SearchField } from '../components/search-field.tsx';
import { useTranslation } from '../words/use-translation.ts';
import { useLocalityNames } from './locality-names.ts';

interface LocalitiesFieldProps {
  /** What they are chosen for; that somebody belongs to them unless told. */
  label?: string;
  hint?: string;
  chosen: string[];
  onChange: (chosen: string[]) => void;
}

/** Localities: found by name, added and removed one by one. */
export function LocalitiesField({ label, hint, chosen, onChange }: LocalitiesFieldProps) {
  const { messages } = useTranslation();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const { data, isFetching } = useApiQuery('GET /api/localities', {
    query: { q: q || undefined, limit: 20 },
  });
  const nameOf = useLocalityNames(chosen);
  const found = (data?.items ?? []).filter(({ id }) => !chosen.includes(id));
  return (
    <div className="stack-close">
      <SearchField
        label={label ?? messages.people.fields.localities}
        hint={hint ?? messages.people.fields.localitiesHint}
        typed={typed}
        onType={setTyped}
        options={found.map(({ id, name, code }) => ({ key: id, label: name, detail: code }))}
        status={
          data && !isFetching ? messages.people.foundLocalities(found.length) : messages.matrix.searching
        }
        onChoose={(id) => {
          setTyped('');
          onChange([...chosen, id]);
        }}
      />
      {chosen.length > 0 && (
        <ul className="chosen">
          {chosen.map((id) => (
            <li key={id}>
              <span>{nameOf(id)}</span>
              <button
                type="button"
                className="plain"
                aria-label={messages.people.removeLocality(nameOf(id))}
                onClick={() => onChange(chosen.filter((other) => other !== id))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
