import { api } from '../api/client.ts';
import { useTranslation } from '../words/use-translation.ts';
import { DownloadProgress, useDownload } from './download.tsx';
import { Icon } from './icon.tsx';
import './exports.css';

interface ExportsProps {
  kind: 'stakeholders' | 'commitments' | 'localities';
  /** Only what belongs to this locality. */
  locality?: string;
}

/** What is listed, as a file for other programs: it can be imported again as it is. */
export function Exports({ kind, locality }: ExportsProps) {
  const { messages } = useTranslation();
  const write = useDownload(async (format: 'csv' | 'xlsx', onReceived) => {
    const asked = { params: { file: `${kind}.${format}` as const }, query: { locality } };
    const file = await api('GET /api/exports/{file}', asked, { onReceived });
    return { file, name: ['etapas', locality, asked.params.file].filter(Boolean).join('-') };
  });
  return (
    <>
      <details className="menu">
        <summary className="button">
          <Icon name="download" />
          {write.isPending ? messages.parts.loading : messages.downloads.label}
        </summary>
        <div className="row">
          <button type="button" aria-disabled={write.isPending} onClick={() => write.start('xlsx')}>
            {messages.downloads.formats.xlsx}
          </button>
          <button type="button" aria-disabled={write.isPending} onClick={() => write.start('csv')}>
            {messages.downloads.formats.csv}
          </button>
        </div>
      </details>
      <DownloadProgress of={write} />
    </>
  );
}
