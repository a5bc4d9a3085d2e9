import type { Answer } from '../api/types.ts';
import { Badge } from '../parts/badge.tsx';
import { useWords } from '../words/use-words.ts';
import { RejectedRows } from './rejected-rows.tsx';

type Report = Answer<'POST /api/imports/{kind}'>;

interface ImportReportProps {
  kind: 'commitments' | 'stakeholders' | 'localities';
  name: string;
  report: Report;
  isBusy: boolean;
  onConfirm: (partial: boolean) => void;
}

/** What a file would do: how many rows are in order, which are not and why, and the button that writes them. */
export function ImportReport({ kind, name, report, isBusy, onConfirm }: ImportReportProps) {
  const { words } = useWords();
  const { accepted, unchanged, rejected } = report;
  // By the names that the columns have in the files of this language.
  const called = (column: string) =>
    words.imports.kinds[kind].columns.find(({ key }) => key === column)?.name ?? column;
  const named = rejected.map(({ column, ...why }) => ({ ...why, column: called(column) }));
  const fresh = accepted - unchanged;
  const isWhole = rejected.length === 0;
  return (
    <div className="stack">
      <div className="stack-close" role="status">
        <p>{words.imports.chosen(name)}</p>
        <p className="row">
          <Badge tone={accepted > 0 ? 'good' : 'quiet'} icon={accepted > 0 ? 'done' : undefined}>
            {words.imports.inOrder(accepted)}
          </Badge>
          {unchanged > 0 && <Badge tone="quiet">{words.imports.unchanged(unchanged)}</Badge>}
          {!isWhole && (
            <Badge tone="late" icon="missing">
              {words.imports.rejected(rejected.length)}
            </Badge>
          )}
        </p>
        {isWhole && fresh === 0 && <p>{words.imports.nothingNew}</p>}
      </div>
      {!isWhole && <RejectedRows rejected={named} text={words.imports.rejectedText} />}
      {fresh > 0 && (
        <p>
          <button
            type="button"
            className={isWhole ? 'main' : ''}
            aria-disabled={isBusy}
            onClick={() => onConfirm(!isWhole)}
          >
            {isBusy
              ? words.imports.writing
              : isWhole
                ? words.imports.confirm(fresh)
                : words.imports.confirmPartial(fresh)}
          </button>
        </p>
      )}
    </div>
  );
}
