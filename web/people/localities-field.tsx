import { useDeferredValue, useState } from 'react';
import { useAnswer } from '../api/queries.ts';
import { SearchField } from '../parts/search-field.tsx';
import { useWords } from '../words/use-words.ts';
import { useLocalityNames } from './locality-names.ts';

interface LocalitiesFieldProps {
  chosen: string[];
  onChange: (chosen: string[]) => void;
}

/** The localities somebody belongs to: found by name, added and removed one by one. */
export function LocalitiesField({ chosen, onChange }: LocalitiesFieldProps) {
  const { words } = useWords();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const { data, isFetching } = useAnswer('GET /api/localities', { query: { q: q || undefined, limit: 20 } });
  const nameOf = useLocalityNames(chosen);
  const found = (data?.items ?? []).filter(({ id }) => !chosen.includes(id));
  return (
    <div className="stack-close">
      <SearchField
        label={words.people.fields.localities}
        hint={words.people.fields.localitiesHint}
        typed={typed}
        onType={setTyped}
        options={found.map(({ id, name, code }) => ({ key: id, label: name, detail: code }))}
        status={data && !isFetching ? words.people.foundLocalities(found.length) : words.matrix.searching}
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
                aria-label={words.people.removeLocality(nameOf(id))}
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
