import type { ApiResponse } from '../api/types.ts';
import { Badge } from '../components/badge.tsx';
import { RejectedRows } from '../imports/rejected-rows.tsx';
import { useTranslation } from '../words/use-translation.ts';

interface SurveyReportProps {
  name: string;
  report: ApiResponse<'POST /api/localities/{id}/surveys/{wave}'>;
  isBusy: boolean;
  onConfirm: (partial: boolean) => void;
}

/** What a file of answers holds: how many rows are in order, which are not and why, and the button that writes them. */
export function SurveyReport({ name, report, isBusy, onConfirm }: SurveyReportProps) {
  const { messages } = useTranslation();
  const said = messages.surveyImport;
  const { rows, rejected, refusedRows } = report;
  const isWhole = rejected.length === 0;
  return (
    <div className="stack">
      <div className="stack-close" role="status">
        <p>{said.chosen(name)}</p>
        <p className="row">
          <Badge tone={rows > 0 ? 'good' : 'quiet'} icon={rows > 0 ? 'done' : undefined}>
            {said.inOrder(rows)}
          </Badge>
          {refusedRows > 0 && (
            <Badge tone="late" icon="missing">
              {said.refused(refusedRows)}
            </Badge>
          )}
        </p>
      </div>
      {!isWhole && <RejectedRows rejected={rejected} text={rows > 0 ? said.refusedText : said.refusedAll} />}
      {rows > 0 && (
        <p>
          <button
            type="button"
            className={isWhole ? 'main' : undefined}
            aria-disabled={isBusy}
            onClick={() => onConfirm(!isWhole)}
          >
            {isWhole ? said.confirm(rows) : said.confirmPartial(rows)}
          </button>
        </p>
      )}
    </div>
  );
}
