import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { api } from '../api/client.ts';
import { useApiMutation } from '../api/queries.ts';
import type { ApiResponse } from '../api/types.ts';
import { Exports } from '../components/exports.tsx';
import { Field } from '../components/field.tsx';
import { Notice } from '../components/notice.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useTranslation } from '../words/use-translation.ts';
import { ImportMode, type Mode } from './import-mode.tsx';
import { ImportReport } from './import-report.tsx';
import { taken } from './taken.ts';
import './imports.css';

const route = 'POST /api/imports/{kind}';
/** Old and other workbooks may be chosen too: what is to be done with them is told. */
const tables = '.csv,.xlsx,.txt,.tsv,.xls,text/csv';

interface ImportPanelProps {
  kind: 'commitments' | 'stakeholders' | 'localities';
  /** Whose commitments those are that name no locality. */
  locality?: string;
  /** The programme of localities that name none. */
  programme?: string;
  /** Where one came from. */
  back: string;
  /** What is to be said before a file is chosen. */
  children?: ReactNode;
}

/** A file is checked first, row by row, and written only when the person has seen what it would do. */
export function ImportPanel({ kind, locality, programme, back, children }: ImportPanelProps) {
  const { messages } = useTranslation();
  const said = messages.imports.kinds[kind];
  const doneOf = ({ accepted, unchanged, updated = 0 }: ApiResponse<typeof route>) => {
    const added = accepted - unchanged - updated;
    return [
      updated > 0 ? messages.imports.updatedDone(updated) : [],
      added > 0 || updated === 0 ? messages.imports.done(added) : [],
    ]
      .flat()
      .join(' ');
  };
  const [file, setFile] = useState<{ name: string; content: Blob }>();
  // The sheet somebody chose of a workbook with several.
  const [sheet, setSheet] = useState('');
  const [mode, setMode] = useState<Mode>({ mode: 'add', clears: false });
  const about = (wanted: string, how: Mode) => ({
    locality,
    programme,
    sheet: wanted || undefined,
    mode: how.mode,
    blank: how.clears ? ('clear' as const) : undefined,
  });
  const check = useMutation({
    mutationFn: ({ content, wanted, how }: { content: Blob; wanted: string; how: Mode }) =>
      api(route, { params: { kind }, query: { ...about(wanted, how), dryRun: 'true' }, body: content }),
  });
  const write = useApiMutation(route);
  const checkAgain = (wanted = sheet, how = mode) => {
    write.reset();
    if (file) check.mutate({ content: file.content, wanted, how });
  };
  const choose = async (chosen: File | undefined) => {
    if (!chosen) return;
    write.reset();
    const content = await taken(chosen);
    setFile({ name: chosen.name, content });
    setSheet('');
    check.mutate({ content, wanted: '', how: mode });
  };
  const chooseSheet = (wanted: string) => {
    setSheet(wanted);
    checkAgain(wanted);
  };
  const chooseMode = (how: Mode) => {
    setMode(how);
    checkAgain(sheet, how);
  };
  const confirm = (partial: boolean) => {
    if (!file || write.isPending) return;
    // Only what was shown is done: what it would do by now may be something else.
    const { plan } = check.data ?? {};
    const query = { ...about(sheet, mode), partial: partial ? ('true' as const) : undefined, plan };
    write.mutate({ params: { kind }, query, body: file.content });
  };
  return (
    <section className="card stack import">
      <div className="stack-close">
        <p>
          <Link href={back} className="back">
            {said.back}
          </Link>
        </p>
        <h2>{said.title}</h2>
      </div>
      {write.data ? (
        <Notice tone="good">
          <p role="status">{doneOf(write.data)}</p>
          <p>
            <Link href={back} className="button main">
              {said.back}
            </Link>
          </p>
        </Notice>
      ) : (
        <>
          <Columns kind={kind} locality={locality} />
          {children}
          <Field
            label={'choose' in said ? said.choose : messages.imports.choose}
            hint={messages.imports.chooseHint}
          >
            {(control) => (
              <input
                {...control}
                type="file"
                accept={kind === 'localities' ? `${tables},.geojson,.json` : tables}
                onClick={({ currentTarget }) => {
                  // The same file again, mended meanwhile, is a choice too.
                  currentTarget.value = '';
                }}
                onChange={({ target }) => void choose(target.files?.[0])}
              />
            )}
          </Field>
          <ImportMode chosen={mode} onChoose={chooseMode} />
          <p role="status">
            {check.isPending && messages.imports.checking}
            {write.isPending && messages.imports.writing}
          </p>
          <ProblemNotice problem={check.error} again={() => checkAgain()} />
          {file && check.data && !check.isPending && (
            <ImportReport
              kind={kind}
              name={file.name}
              report={check.data}
              sheet={sheet}
              onSheet={chooseSheet}
              isBusy={write.isPending}
              onConfirm={confirm}
            />
          )}
          <ProblemNotice
            problem={write.error}
            again={mode.mode === 'update' ? () => checkAgain() : undefined}
          />
        </>
      )}
    </section>
  );
}

/** What such a file holds, and one to begin with: the list as it is now. */
function Columns({ kind, locality }: Pick<ImportPanelProps, 'kind' | 'locality'>) {
  const { messages } = useTranslation();
  return (
    <details>
      <summary>{messages.imports.columns}</summary>
      <div className="stack">
        <p>{messages.imports.columnsText}</p>
        <div className="row">
          <Exports kind={kind} locality={locality} />
        </div>
        <table>
          <thead>
            <tr>
              <th scope="col">{messages.imports.column}</th>
              <th scope="col">{messages.imports.means}</th>
            </tr>
          </thead>
          <tbody>
            {messages.imports.kinds[kind].columns.map(({ key, name, means, required }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                <td>
                  {means}
                  {required && <strong> ({messages.imports.required})</strong>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
