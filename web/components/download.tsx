import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Received } from '../api/client.ts';
import { megabytes } from '../files/size.ts';
import { useTranslation } from '../words/use-translation.ts';
import { ProblemNotice } from './problem-notice.tsx';
import './file-field.css';

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

/** Fetches a file, telling how much of it has arrived. */
type Fetch<Asked> = (
  asked: Asked,
  onReceived: (received: Received) => void,
) => Promise<{ file: Blob; name: string }>;

/** A file that is made when it is asked for, fetched and handed over; a large one takes its time. */
export function useDownload<Asked>(fetchFile: Fetch<Asked>) {
  const [received, setReceived] = useState<Received>();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (asked: Asked) => {
      setReceived(undefined);
      const { file, name } = await fetchFile(asked, setReceived);
      download(file, name);
    },
  });
  return { start: mutate, isPending, error, received };
}

/** How far a download has come, and what it ended in if not in a file. */
export function DownloadProgress({
  of: { isPending, error, received },
}: {
  of: Pick<ReturnType<typeof useDownload<never>>, 'isPending' | 'error' | 'received'>;
}) {
  const { messages, formats } = useTranslation();
  const inMegabytes = (bytes: number) => megabytes(bytes, formats);
  return (
    <>
      {isPending && (
        <div className="stack-close">
          <progress aria-label={messages.downloads.progress} max={received?.of} value={received?.bytes} />
          <p className="soft">
            {received
              ? messages.downloads.received(
                  inMegabytes(received.bytes),
                  received.of === undefined ? undefined : inMegabytes(received.of),
                )
              : messages.downloads.making}
          </p>
        </div>
      )}
      <ProblemNotice problem={error} />
    </>
  );
}
