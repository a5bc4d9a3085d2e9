import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { createPortal } from 'react-dom';
import { api } from '../api/client.ts';
import { Dialog } from '../components/dialog.tsx';
import { Icon } from '../components/icon.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useTranslation } from '../words/use-translation.ts';
import { megabytes } from './size.ts';
import { Thumbnail } from './thumbnail-picture.tsx';
import { thumbnailOfFile } from './uploads.ts';
import './files.css';

interface StoredFileProps {
  fileId: string;
  title: string;
}

/** A file that lies where files lie; opened, it is shown, or handed out. */
export function StoredFile({ fileId, title }: StoredFileProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="plain document" onClick={() => setOpen(true)}>
        <Thumbnail address={thumbnailOfFile(fileId)} />
        <span>{title}</span>
      </button>
      {/* Outside the form that the document may stand in: a dialog is a form itself. */}
      {isOpen &&
        createPortal(
          <FileDialog fileId={fileId} title={title} onClose={() => setOpen(false)} />,
          document.body,
        )}
    </>
  );
}

/** An address is good for five minutes: before that is over, another one is asked for. */
const renewal = 4 * 60_000;

/** What a file is and how large, before the network is used for it; a photo is shown. */
function FileDialog({ fileId, title, onClose }: StoredFileProps & { onClose: () => void }) {
  const { messages, formats } = useTranslation();
  const [photo, setPhoto] = useState<string>();
  const [isShown, setShown] = useState(true);
  // Not an answer that is kept: the address lets whoever has it read the file.
  const asking = useMutation({
    mutationFn: () => api('GET /api/files/{id}', { params: { id: fileId }, query: { redirect: 'false' } }),
    // Shown once; the same photo under another address would be loaded again.
    onSuccess: ({ type, url }) => type.startsWith('image/') && setPhoto((known) => known ?? url),
  });
  const ask = useEffectEvent(() => asking.mutate());
  useEffect(() => {
    ask();
    const timer = setInterval(ask, renewal);
    return () => clearInterval(timer);
  }, []);
  const file = asking.data;
  return (
    <Dialog title={title} onClose={onClose}>
      <ProblemNotice problem={asking.error} again={() => asking.mutate()} />
      {asking.isPending && !photo && <p role="status">{messages.parts.loading}</p>}
      {photo &&
        (isShown ? (
          <img className="photo" src={photo} alt={title} onError={() => setShown(false)} />
        ) : (
          <p>{messages.files.notShown}</p>
        ))}
      {file && (
        <>
          <p className="soft">
            {file.name} · {messages.files.kinds[file.type]} ·{' '}
            {messages.files.size(megabytes(file.size, formats))}
          </p>
          <p>
            <a className="button" href={file.url} target="_blank" rel="noreferrer">
              <Icon name="download" />
              {messages.files.open}
            </a>
          </p>
        </>
      )}
    </Dialog>
  );
}
