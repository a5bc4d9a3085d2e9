import { useMutation } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { useTranslation } from '../words/use-translation.ts';
import { Icon } from './icon.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import './exports.css';

/** Hands a file over to whoever asked for it, under this name. */
export function download(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

interface ExportsProps {
  kind: 'stakeholders' | 'commitments' | 'localities';
  /** Only what belongs to this locality. */
  locality?: string;
}

/** What is listed, as a file for other programs: it can be imported again as it is. */
export function Exports({ kind, locality }: ExportsProps) {
  const { messages } = useTranslation();
  const write = useMutation({
    mutationFn: async (format: 'csv' | 'xlsx') => {
      const file = `${kind}.${format}`;
      const written = await api('GET /api/exports/{file}', { params: { file }, query: { locality } });
      download(written, ['etapas', locality, file].filter(Boolean).join('-'));
    },
  });
  return (
    <>
      <details className="menu">
        <summary className="button">
          <Icon name="download" />
          {write.isPending ? messages.parts.loading : messages.downloads.label}
        </summary>
        <div className="row">
          <button type="button" aria-disabled={write.isPending} onClick={() => write.mutate('xlsx')}>
            {messages.downloads.formats.xlsx}
          </button>
          <button type="button" aria-disabled={write.isPending} onClick={() => write.mutate('csv')}>
            {messages.downloads.formats.csv}
          </button>
        </div>
      </details>
      <ProblemNotice problem={write.error} />
    </>
  );
}
