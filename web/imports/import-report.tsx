import type { ApiResponse } from '../api/types.ts';
import { Badge } from '../components/badge.tsx';
import { useTranslation } from '../words/use-translation.ts';
import { ImportWarnings } from './import-warnings.tsx';
import { RejectedRows } from './rejected-rows.tsx';
import { SheetChoice } from './sheet-choice.tsx';

type Report = ApiResponse<'POST /api/imports/{kind}'>;

interface ImportReportProps {
  kind: 'commitments' | 'stakeholders' | 'localities';
  name: string;
  report: Report;
  isBusy: boolean;
  /** The sheet that was chosen, of a workbook with several. */
  sheet: string;
  onSheet: (sheet: string) => void;
  onConfirm: (partial: boolean) => void;
}

/** What a file would do: how many rows are in order, which are not and why, and the button that writes them. */
export function ImportReport({ kind, name, report, isBusy, sheet, onSheet, onConfirm }: ImportReportProps) {
  const { messages } = useTranslation();
  const { accepted, unchanged, rejected, warnings = [], sheets = [] } = report;
  // By the names that the columns have in the files of this language.
  const called = (column: string) =>
    messages.imports.kinds[kind].columns.find(({ key }) => key === column)?.name ?? column;
  const named = rejected.map(({ column, ...why }) => ({ ...why, column: called(column) }));
  const fresh = accepted - unchanged;
  const isWhole = rejected.length === 0;
  return (
    <div className="stack">
      <div className="stack-close" role="status">
        <p>{messages.imports.chosen(name)}</p>
        <p className="row">
          <Badge tone={accepted > 0 ? 'good' : 'quiet'} icon={accepted > 0 ? 'done' : undefined}>
            {messages.imports.inOrder(accepted)}
          </Badge>
          {unchanged > 0 && <Badge tone="quiet">{messages.imports.unchanged(unchanged)}</Badge>}
          {!isWhole && (
            <Badge tone="late" icon="missing">
              {messages.imports.rejected(rejected.length)}
            </Badge>
          )}
        </p>
        {isWhole && fresh === 0 && <p>{messages.imports.nothingNew}</p>}
      </div>
      {sheets.length > 1 && <SheetChoice sheets={sheets} sheet={sheet} onSheet={onSheet} />}
      {warnings.length > 0 && <ImportWarnings warnings={warnings} called={called} />}
      {!isWhole && <RejectedRows rejected={named} text={messages.imports.rejectedText} />}
      {fresh > 0 && (
        <p>
          <button
            type="button"
            className={isWhole ? 'main' : ''}
            aria-disabled={isBusy}
            onClick={() => onConfirm(!isWhole)}
          >
            {isBusy
              ? messages.imports.writing
              : isWhole
                ? messages.imports.confirm(fresh)
                : messages.imports.confirmPartial(fresh)}
          </button>
        </p>
      )}
    </div>
  );
}
