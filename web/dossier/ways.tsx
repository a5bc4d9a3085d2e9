import { Link } from 'wouter';
import { api } from '../api/client.ts';
import { DownloadProgress, useDownload } from '../components/download.tsx';
import { Icon } from '../components/icon.tsx';
import { addressOf } from '../locality/addresses.ts';
import { useDossierWords } from './words.ts';

/** What can be done with the dossier: as a document, on paper, or back to where it came from. */
export function Ways({ locality }: { locality: string }) {
  const pdf = useDownload(async (id: string, onReceived) => {
    const file = await api('GET /api/localities/{id}/dossier.pdf', { params: { id } }, { onReceived });
    return { file, name: `${id}-dossier.pdf` };
  });
  const said = useDossierWords();
  return (
    <div className="stack-close dossier-ways">
      <p>
        <Link href={addressOf(locality)} className="lone">
          {said.back}
        </Link>
      </p>
      <p className="row">
        <button
          type="button"
          className="main"
          aria-disabled={pdf.isPending}
          onClick={() => !pdf.isPending && pdf.start(locality)}
        >
          <Icon name="download" />
          {pdf.isPending ? said.preparing : said.pdf}
        </button>
        <button type="button" onClick={() => window.print()}>
          <Icon name="print" />
          {said.print}
        </button>
      </p>
      <p className="soft">{said.pdfText}</p>
      <DownloadProgress of={pdf} />
    </div>
  );
}
