import { useEffect } from 'react';
import { useTranslation } from '../words/use-translation.ts';
import { ChooseFiles } from './choose-files.tsx';
import { UploadItem } from './upload-item.tsx';
import { dropUpload, sendFiles, useUploads } from './uploads.ts';
import './files.css';

/** A file as evidence names it. */
export interface NamedFile {
  title: string;
  fileId: string;
}

interface FileUploadsProps {
  /** What the files that are under way go by, whether the form is open or not. */
  form: string;
  locality: string;
  /** The files that the form names already. */
  named: (string | undefined)[];
  /** How many more there may be. */
  room: number;
  /** What becomes of the rest of the form while there is no network, in words. */
  whenOffline: string;
  onThere: (files: NamedFile[]) => void;
}

/** Files chosen on this device, and those on their way; the form takes over what has arrived. */
export function FileUploads(props: FileUploadsProps) {
  const { form, locality, named, room, whenOffline, onThere } = props;
  const { messages } = useTranslation();
  const uploads = useUploads(form);
  useEffect(() => {
    const there = uploads.flatMap(({ id, name, standing }) =>
      standing.is === 'there' ? { id, title: name, fileId: standing.fileId } : [],
    );
    const isNamed = ({ fileId }: NamedFile) => named.includes(fileId);
    const arrived = there.filter((one) => !isNamed(one));
    if (arrived.length > 0) onThere(arrived.map(({ title, fileId }) => ({ title, fileId })));
    // Only what the form holds is let go of: at every moment a file is in one of the two.
    for (const { id } of there.filter(isNamed)) dropUpload(id);
  });
  const left = room - uploads.length;
  const moving = uploads.filter(({ standing }) => standing.is !== 'stopped').length;
  return (
    <>
      <p role="status" className="unseen">
        {moving > 0 && messages.files.underWay(moving)}
      </p>
      {uploads.length > 0 && (
        <ul className="uploads">
          {uploads.map((upload) => (
            <UploadItem key={upload.id} upload={upload} />
          ))}
        </ul>
      )}
      {left > 0 && (
        <ChooseFiles
          whenOffline={whenOffline}
          room={left}
          onChoose={(files) => sendFiles(form, locality, files)}
        />
      )}
    </>
  );
}
