import { NoConnection } from '../api/problem.ts';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { useTranslation } from '../words/use-translation.ts';
import { megabytes } from './size.ts';
import { Thumbnail } from './thumbnail-picture.tsx';
import { dropUpload, retryUpload, type Upload } from './uploads.ts';

/** A file on its way: how far it is, or why it is not going on, and what can be done about it. */
export function UploadItem({ upload }: { upload: Upload }) {
  const { messages, formats } = useTranslation();
  const { id, name, content, thumbnail, standing } = upload;
  const isStopped = standing.is === 'stopped';
  const isOffline = isStopped && standing.problem instanceof NoConnection;
  const sent = standing.is === 'sending' ? standing.sent : standing.is === 'there' ? content.size : 0;
  return (
    <li className="upload">
      <Thumbnail address={thumbnail} />
      <div className="stack-close">
        <p>{name}</p>
        {!isStopped && (
          <>
            <progress aria-label={messages.files.sending(name)} max={content.size} value={sent} />
            <p className="soft">
              {standing.is === 'queued'
                ? messages.files.queued
                : messages.files.progress(megabytes(sent, formats), megabytes(content.size, formats))}
            </p>
          </>
        )}
        {isOffline && (
          <p className="late" role="alert">
            {messages.files.waits}
          </p>
        )}
        {isStopped && !isOffline && <ProblemNotice problem={standing.problem} />}
        <p className="row">
          {isStopped && (
            <button type="button" onClick={() => retryUpload(id)}>
              {messages.problems.again}
              <span className="unseen">: {name}</span>
            </button>
          )}
          <button type="button" className="plain" onClick={() => dropUpload(id)}>
            {isStopped ? messages.files.remove : messages.parts.cancel}
            <span className="unseen">: {name}</span>
          </button>
        </p>
      </div>
    </li>
  );
}
