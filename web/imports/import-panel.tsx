import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { api } from '../api/client.ts';
import { useApiMutation } from '../api/queries.ts';
import { Exports } from '../components/exports.tsx';
import { Field } from '../components/field.tsx';
import { Notice } from '../components/notice.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useTranslation } from '../words/use-translation.ts';
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
  const [file, setFile] = useState<{ name: string; content: Blob }>();
  // The sheet somebody chose of a workbook with several.
  const [sheet, setSheet] = useState('');
  const about = (wanted: string) => ({ locality, programme, sheet: wanted || undefined });
  const check = useMutation({
    mutationFn: ({ content, wanted }: { content: Blob; wanted: string }) =>
      api(route, { params: { kind }, query: { ...about(wanted), dryRun: 'true' }, body: content }),
  });
  const write = useApiMutation(route);
  const choose = async (chosen: File | undefined) => {
    if (!chosen) return;
    write.reset();
    const content = await taken(chosen);
    setFile({ name: chosen.name, content });
    setSheet('');
    check.mutate({ content, wanted: '' });
  };
  const chooseSheet = (wanted: string) => {
    if (!file) return;
    setSheet(wanted);
    check.mutate({ content: file.content, wanted });
  };
  const confirm = (partial: boolean) => {
    if (!file || write.isPending) return;
    const query = { ...about(sheet), partial: partial ? 'true' : undefined };
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
          <p role="status">{messages.imports.done(write.data.accepted - write.data.unchanged)}</p>
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
          <p role="status">
            {check.isPending && messages.imports.checking}
            {write.isPending && messages.imports.writing}
          </p>
          <ProblemNotice
            problem={check.error}
            again={() => file && check.mutate({ content: file.content, wanted: sheet })}
          />
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
          <ProblemNotice problem={write.error} />
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
