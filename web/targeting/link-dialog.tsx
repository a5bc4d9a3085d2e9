import { useDeferredValue, useState } from 'react';
import { useApiQuery } from '../api/queries.ts';
import { Dialog } from '../components/dialog.tsx';
import { Field } from '../components/field.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useStageNames } from '../components/stage-names.ts';
import { useTranslation } from '../words/use-translation.ts';

interface LinkDialogProps {
  place: string;
  /** The localities that other places are linked to. */
  taken: ReadonlySet<string>;
  link: (locality: { id: string; name: string }) => void;
  onClose: () => void;
}

const mostFound = 8;

/** Finds the locality that walks the programme in a place; the name of the place is looked for to begin with. */
export function LinkDialog({ place, taken, link, onClose }: LinkDialogProps) {
  const { messages } = useTranslation();
  const said = messages.targeting;
  const stageName = useStageNames();
  const [typed, setTyped] = useState(place);
  const q = useDeferredValue(typed.trim()) || undefined;
  const found = useApiQuery('GET /api/localities', { query: { q, limit: mostFound } });
  const items = found.data?.items ?? [];
  const detailOf = ({ id, programme, status, current }: (typeof items)[number]) => {
    if (taken.has(id)) return said.linkTaken;
    const stage = current[0]?.stage;
    return stage ? stageName(programme, stage) : messages.status[status];
  };
  const choose = ({ id, name }: (typeof items)[number]) => {
    if (!taken.has(id)) link({ id, name });
  };
  return (
    <Dialog title={said.linkTitle} onClose={onClose}>
      <p>{said.linkText(place)}</p>
      <ProblemNotice problem={found.error} again={() => void found.refetch()} />
      <Field label={said.linkSearch}>
        {(control) => (
          <input
            {...control}
            type="search"
            autoComplete="off"
            maxLength={200}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        )}
      </Field>
      <p className="soft" role="status">
        {found.isFetching ? said.linkSearching : said.linkFound(items.length)}
      </p>
      <ul className="link-found">
        {items.map((one) => (
          <li key={one.id}>
            <button type="button" aria-disabled={taken.has(one.id)} onClick={() => choose(one)}>
              <span>{one.name}</span>
              <span className="soft">{detailOf(one)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
