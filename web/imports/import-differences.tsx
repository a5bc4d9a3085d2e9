import { useState } from 'react';
import type { ApiResponse } from '../api/types.ts';
import { useTranslation } from '../words/use-translation.ts';

type Difference = NonNullable<ApiResponse<'POST /api/imports/{kind}'>['differences']>[number];

/** So many rows are shown at first: a phone that draws thousands at once stands still. */
const shownAtFirst = 50;

interface ImportDifferencesProps {
  differences: Difference[];
  /** How many there are, those too that are not listed. */
  differing: number;
  /** What a column is called in this language. */
  called: (column: string) => string;
}

/** What an update would change, row by row and field by field: as it is, and as it would be. */
export function ImportDifferences({ differences, differing, called }: ImportDifferencesProps) {
  const { messages, formats } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  const rows = [...Map.groupBy(differences, ({ id }) => id)];
  const shown = isWhole ? rows : rows.slice(0, shownAtFirst);
  const beyond = differing - differences.length;
  return (
    <section className="stack-close differences" aria-label={messages.imports.differencesTitle}>
      <h3>{messages.imports.differencesTitle}</h3>
      <p>{messages.imports.differencesText}</p>
      <ol>
        {shown.map(([id, [first, ...more]]) => (
          <li key={id}>
            <h4>
              <bdi>{first?.name}</bdi>{' '}
              <span className="soft">
                {first && messages.imports.differenceOf(formats.number(first.row), first.sheet)}
              </span>
            </h4>
            <dl>
              {[first ?? [], more].flat().map((one) => (
                <div key={one.field}>
                  <dt>{called(one.field)}</dt>
                  <dd>
                    <span className="soft">{messages.imports.before}</span>{' '}
                    <Cell field={one.field} text={one.before} shown={one.beforeShown} />
                  </dd>
                  <dd>
                    <span className="soft">{messages.imports.after}</span>{' '}
                    <strong>
                      <Cell field={one.field} text={one.after} shown={one.afterShown} />
                    </strong>
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ol>
      {shown.length < rows.length && (
        <p>
          <button type="button" onClick={() => setWhole(true)}>
            {messages.imports.showAll(formats.number(rows.length))}
          </button>
        </p>
      )}
      {beyond > 0 && <p>{messages.imports.more(formats.number(beyond))}</p>}
    </section>
  );
}

/** A cell as people read it. */
function Cell({ field, text, shown }: { field: string; text: string | null; shown?: string }) {
  const { messages, formats } = useTranslation();
  if (text === null) return messages.imports.nothing;
  if (shown !== undefined) return <bdi>{shown}</bdi>;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formats.date(text);
  if (field === 'progress') return messages.matrix.percent(formats.number(Number(text)));
  const [, points] = field === 'geometry' ? (/\((\d+)\)/.exec(text) ?? []) : [];
  return points === undefined ? <bdi>{text}</bdi> : messages.imports.outline(formats.number(Number(points)));
}
