import { Icon } from '../components/icon.tsx';
import { StoredFile } from '../files/stored-file.tsx';
import type { Evidence } from './meant.ts';

type Document = Evidence[number];

/** Tells the documents of one thing apart. */
export const nameOf = ({ title, url, fileId }: Document) => [title, url, fileId].join(' ');

/** A document that shows something was done, with the way to it. */
export function EvidenceDocument({ document: { title, url, fileId } }: { document: Document }) {
  if (fileId !== undefined) return <StoredFile fileId={fileId} title={title} />;
  return (
    <a className="document" href={url} target="_blank" rel="noreferrer">
      <Icon name="file" /> {title}
    </a>
  );
}
