import type { ApiResponse } from '../api/types.ts';
import { Notice } from '../components/notice.tsx';
import { useTranslation } from '../words/use-translation.ts';

type Warnings = NonNullable<ApiResponse<'POST /api/imports/{kind}'>['warnings']>;

/** More than anybody reads. */
const mostShown = 50;

interface ImportWarningsProps {
  warnings: Warnings;
  /** What a column is called in this language. */
  called: (column: string) => string;
}

/** What a person could not see in a file, or may not have meant, and how it was read. */
export function ImportWarnings({ warnings, called }: ImportWarningsProps) {
  const { messages, formats } = useTranslation();
  const beyond = warnings.length - mostShown;
  return (
    <section aria-label={messages.imports.warningsTitle}>
      <Notice tone="warning">
        <h3>{messages.imports.warningsTitle}</h3>
        <ul>
          {warnings.slice(0, mostShown).map(({ row, column, sheet, message }) => {
            const place = messages.imports.place(
              row === undefined ? '' : formats.number(row),
              column === undefined ? '' : called(column),
              sheet ?? '',
            );
            return (
              <li key={`${sheet}/${row}/${column}/${message}`}>
                {place && `${place}: `}
                {message}
              </li>
            );
          })}
        </ul>
        {beyond > 0 && <p>{messages.imports.more(formats.number(beyond))}</p>}
      </Notice>
    </section>
  );
}
