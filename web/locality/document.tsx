import type { Step } from '../api/types.ts';
import { Icon } from '../parts/icon.tsx';

type Document = Step['evidence'][number];

/** Tells the documents of an activity apart. */
export const nameOf = ({ title, url, fileId }: Document) => [title, url, fileId].join(' ');

/** A document that shows an activity was done, with the way to it. */
export const EvidenceDocument = ({ document: { title, url } }: { document: Document }) =>
  url ? (
    <a className="document" href={url} target="_blank" rel="noreferrer">
      <Icon name="file" /> {title}
    </a>
  ) : (
    <span className="document">
      <Icon name="file" /> {title}
    </span>
  );
