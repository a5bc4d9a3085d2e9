import { useState } from 'react';
import { Link } from 'wouter';
import { useWrite } from '../api/queries.ts';
import type { Answer } from '../api/types.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Notice } from '../parts/notice.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { toast } from '../parts/toast.tsx';
import { placeOf } from './parts.ts';
import { useAdministrationWords } from './words.ts';

export type Mail = Answer<'GET /api/mail'>;

/** Whether mail leaves at all; where it does not, the way to let it. */
export function MailGate({ mail }: { mail: Mail }) {
  const [isAsking, setAsking] = useState(false);
  const said = useAdministrationWords().mail;
  if (mail.released)
    return (
      <Notice tone="good">
        <p>
          <strong>{said.leaves}.</strong> {said.from(mail.from)}
        </p>
      </Notice>
    );
  return (
    <Notice tone="warning">
      <p>
        <strong>{said.stopped}.</strong> {said.stoppedText}
      </p>
      <p className="row">
        <Link href={placeOf('records')} className="button">
          {said.check}
        </Link>
        <button type="button" className="main" onClick={() => setAsking(true)}>
          {said.release}
        </button>
      </p>
      {isAsking && <ReleaseDialog mail={mail} onClose={() => setAsking(false)} />}
    </Notice>
  );
}

function ReleaseDialog({ mail, onClose }: { mail: Mail; onClose: () => void }) {
  const said = useAdministrationWords().mail;
  const release = useWrite('POST /api/mail/release');
  const run = () => {
    const done = () => {
      toast(said.released);
      onClose();
    };
    release.mutate({ body: {} }, { onSuccess: done });
  };
  const { waiting, more } = mail;
  return (
    <Dialog
      title={said.releaseTitle}
      onClose={onClose}
      confirm={{ label: said.release, grave: true, busy: release.isPending, run }}
    >
      <ProblemNotice problem={release.error} />
      <p>{more ? said.beforeMany(waiting.length) : said.before(waiting.length)}</p>
      <ul className="dotted">
        {said.releaseWill.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Dialog>
  );
}
