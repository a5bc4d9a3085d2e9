import type { Step } from '../api/types.ts';
import { StoredFile } from '../files/stored-file.tsx';
import { Icon } from '../parts/icon.tsx';

type Document = Step['evidence'][number];

/** Tells the documents of an activity apart. */
export const nameOf = ({ title, url, fileId }: Document) => [title, url, fileId].join(' ');

/** A document that shows an activity was done, with the way to it. */
export function EvidenceDocument({ document: { title, url, fileId } }: { document: Document }) {
  if (fileId !== undefined) return <StoredFile {...{ fileId, title }} />;
  return (
    <a className="document" href={url} target="_blank" rel="noreferrer">
      <Icon name="file" /> {title}
    </a>
  );
}
