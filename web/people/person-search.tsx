import { useDeferredValue, useState } from 'react';
import { useApiQuery } from '../api/queries.ts';
import { useCatalogue } from '../components/catalogue.ts';
import { SearchField } from '../components/search-field.tsx';
import { useTranslation } from '../words/use-translation.ts';

interface PersonSearchProps {
  label: string;
  hint?: string;
  locality: string;
  /** Who is not to be offered any more. */
  without: string[];
  onChoose: (person: string) => void;
  /** Somebody who is not there yet is wanted, by the name that was typed. */
  onNew: (name: string) => void;
}

const most = 20;

/** Finds somebody: the people of the locality until something is typed, then everybody whom one may see. */
export function PersonSearch({ label, hint, locality, without, onChoose, onNew }: PersonSearchProps) {
  const { messages } = useTranslation();
  const { nameOf } = useCatalogue();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const query = q ? { q, limit: most } : { locality, limit: 200 };
  const { data, isFetching } = useApiQuery('GET /api/stakeholders', { query });
  const found = (data?.items ?? []).filter(({ id, erasedOn }) => !erasedOn && !without.includes(id));
  return (
    <SearchField
      label={label}
      hint={hint}
      typed={typed}
      onType={setTyped}
      options={found.map(({ id, name, organization, sector }) => ({
        key: id,
        label: name ?? id,
        detail: [organization, nameOf('sectors', sector)].filter(Boolean).join(' · '),
      }))}
      status={data && !isFetching ? messages.matrix.found(found.length) : messages.matrix.searching}
      onChoose={(id) => {
        setTyped('');
        onChoose(id);
      }}
      other={{ label: messages.matrix.newPerson(typed.trim()), run: () => onNew(typed.trim()) }}
    />
  );
}
