import { type FocusEvent, memo } from 'react';
import { Choice } from '../components/choice.tsx';
import { Field } from '../components/field.tsx';
import { useTranslation } from '../words/use-translation.ts';
import { type Asked, type Column, columns, type Sort } from './asked.ts';
import type { Entry, Programmes } from './entry.ts';
import { LocalityRow } from './locality-row.tsx';
import { useWindowRows } from './window-rows.ts';
import './locality-table.css';

interface LocalityTableProps {
  entries: readonly Entry[];
  sort: Sort;
  /** Set where localities of several programmes are in the table. */
  programmes?: Programmes;
  change: (some: Partial<Asked>) => void;
}

const phone = window.matchMedia('(width < 48rem)');
const estimate = () => (phone.matches ? 122 : 66);

/** The localities as a table which stays quick however many they are: only the rows in sight are drawn. */
export const LocalityTable = memo(function LocalityTable({
  entries,
  sort,
  programmes,
  change,
}: LocalityTableProps) {
  const { messages } = useTranslation();
  const drawn = useWindowRows<HTMLTableSectionElement>(
    entries.length,
    estimate(),
    (at) => entries[at]?.locality.id ?? String(at),
  );
  const focus = ({ target }: FocusEvent) => {
    const row = target.closest('tr');
    drawn.onFocus(row ? Number(row.dataset.index) : undefined);
  };
  return (
    <>
      <SortChoice sort={sort} change={change} />
      <table className="locality-table" aria-rowcount={entries.length + 1}>
        <caption className="unseen">{messages.portfolio.title}</caption>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <Heading key={column} column={column} sort={sort} change={change} />
            ))}
          </tr>
        </thead>
        <tbody
          ref={drawn.place}
          style={{ height: drawn.height }}
          onFocus={focus}
          onBlur={() => drawn.onFocus(undefined)}
        >
          {drawn.rows.map(({ key, index, start }) => {
            const entry = entries[index];
            return (
              entry && (
                <tr
                  key={key}
                  ref={drawn.measure}
                  data-index={index}
                  aria-rowindex={index + 2}
                  style={{ transform: `translateY(${drawn.topOf(start)}px)` }}
                >
                  <LocalityRow entry={entry} programmes={programmes} />
                </tr>
              )
            );
          })}
        </tbody>
      </table>
    </>
  );
});

interface HeadingProps {
  column: Column;
  sort: Sort;
  change: (some: Partial<Asked>) => void;
}

/** The head of a column; a press sorts by it, another one the other way round. */
function Heading({ column, sort: { by, descending }, change }: HeadingProps) {
  const { messages } = useTranslation();
  const isSorted = by === column;
  const press = () => change({ sort: { by: column, descending: isSorted && !descending } });
  return (
    <th
      scope="col"
      className={column}
      aria-sort={isSorted ? (descending ? 'descending' : 'ascending') : undefined}
    >
      <button type="button" className="plain" onClick={press}>
        {messages.portfolio.columns[column]}
      </button>
    </th>
  );
}

/** The same where a phone has no room for heads. */
function SortChoice({ sort, change }: Pick<LocalityTableProps, 'sort' | 'change'>) {
  const { messages } = useTranslation();
  const options = columns.flatMap((by) =>
    [false, true].flatMap((descending) => {
      const key = `${descending ? '-' : ''}${by}`;
      const name = Object.entries(messages.portfolio.sorts).find(([one]) => one === key)?.[1];
      return name ? [{ key, name, by, descending }] : [];
    }),
  );
  return (
    <div className="sort-choice">
      <Field label={messages.portfolio.sort}>
        {(control) => (
          <Choice
            {...control}
            options={options}
            value={`${sort.descending ? '-' : ''}${sort.by}`}
            onChoose={(chosen) => {
              const option = options.find(({ key }) => key === chosen);
              if (option) change({ sort: { by: option.by, descending: option.descending } });
            }}
          />
        )}
      </Field>
    </div>
  );
}
