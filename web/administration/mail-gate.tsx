import { useState } from 'react';
import { Link } from 'wouter';
import { useApiMutation } from '../api/queries.ts';
import { Dialog } from '../components/dialog.tsx';
import { Notice } from '../components/notice.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { toast } from '../components/toast.tsx';
import { placeOf } from './addresses.ts';
import type { Mail } from './mail.ts';
import { useAdministrationWords } from './words.ts';

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
  const release = useApiMutation('POST /api/mail/release');
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
