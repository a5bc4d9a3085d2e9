import { useState } from 'react';
import type { ApiResponse } from '../api/types.ts';
import { Badge } from '../components/badge.tsx';
import { Dialog } from '../components/dialog.tsx';
import { useTranslation } from '../words/use-translation.ts';
import { ImportDifferences } from './import-differences.tsx';
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
  const { created, updated = 0, differences = [], differing = 0 } = report;
  const isUpdate = created !== undefined;
  const called = useColumnName(kind);
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
          {isUpdate && updated > 0 && <Badge tone="soon">{messages.imports.updated(updated)}</Badge>}
          {isUpdate && created > 0 && <Badge tone="quiet">{messages.imports.created(created)}</Badge>}
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
      {differences.length > 0 && (
        <ImportDifferences differences={differences} differing={differing} called={called} />
      )}
      {fresh > 0 && isUpdate && (
        <Apply report={report} isWhole={isWhole} isBusy={isBusy} onConfirm={() => onConfirm(!isWhole)} />
      )}
      {fresh > 0 && !isUpdate && (
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

/** What a column is called in files of this language; where it is none of theirs, as it is written. */
function useColumnName(kind: ImportReportProps['kind']): (column: string) => string {
  const { messages } = useTranslation();
  const others: Record<string, string> = messages.imports.otherColumns;
  return (column) =>
    messages.imports.kinds[kind].columns.find(({ key }) => key === column)?.name ?? others[column] ?? column;
}

interface ApplyProps {
  report: Report;
  isWhole: boolean;
  isBusy: boolean;
  onConfirm: () => void;
}

/** What is there is changed only once somebody has said so twice: it is not taken back by another file. */
function Apply({ report, isWhole, isBusy, onConfirm }: ApplyProps) {
  const { messages } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const { updated = 0, created = 0, rejected } = report;
  return (
    <>
      <p>
        <button
          type="button"
          className={isWhole ? 'main' : ''}
          aria-disabled={isBusy}
          onClick={() => !isBusy && setAsked(true)}
        >
          {isBusy
            ? messages.imports.writing
            : isWhole
              ? messages.imports.apply
              : messages.imports.applyPartial}
        </button>
      </p>
      {isAsked && (
        <Dialog
          title={messages.imports.applyTitle}
          onClose={() => setAsked(false)}
          confirm={{
            label: messages.imports.applyConfirm,
            run: () => {
              setAsked(false);
              onConfirm();
            },
          }}
        >
          {updated > 0 && <p>{messages.imports.willUpdate(updated)}</p>}
          {created > 0 && <p>{messages.imports.willAdd(created)}</p>}
          {!isWhole && <p>{messages.imports.applyLeft(rejected.length)}</p>}
          <p>{messages.imports.applyKept}</p>
        </Dialog>
      )}
    </>
  );
}
