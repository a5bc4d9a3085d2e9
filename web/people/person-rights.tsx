import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { policies } from '../../domain/policies.ts';
import { api } from '../api/client.ts';
import { useApiMutation } from '../api/queries.ts';
import type { Stakeholder } from '../api/types.ts';
import { Dialog } from '../components/dialog.tsx';
import { download } from '../components/download.tsx';
import { Icon } from '../components/icon.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { toast } from '../components/toast.tsx';
import { useMay } from '../session/may.ts';
import { useTranslation } from '../words/use-translation.ts';
import { EraseDialog } from './erase-dialog.tsx';

/** With words of the administration, which few need here. */
const RequestDialog = lazy(async () => ({
  default: (await import('../administration/request-dialog.tsx')).RequestDialog,
}));

/** What somebody may ask for by law: to see what is kept of them, and to have it erased; and no more links. */
export function PersonRights({ person }: { person: Stakeholder }) {
  const { messages } = useTranslation();
  const mayExport = useMay(policies.stakeholder.exportKept);
  const mayRevoke = useMay(policies.stakeholder.revokeLinks);
  const mayErase = useMay(policies.stakeholder.erase);
  const mayRecord = useMay(policies.privacyRequest.record);
  const [asking, setAsking] = useState<'request' | 'revoke' | 'erase'>();
  const { id, erasedOn } = person;
  const exported = useMutation({
    mutationFn: async () => {
      const ask = (cursor?: string) =>
        api('GET /api/stakeholders/{id}/export', { params: { id }, query: { cursor } }, { isLong: true });
      const { nextCursor, ...kept } = await ask();
      for (let cursor = nextCursor; cursor !== undefined; ) {
        const more = await ask(cursor);
        kept.commitments.push(...more.commitments);
        kept.mails.push(...more.mails);
        cursor = more.nextCursor;
      }
      const text = JSON.stringify(kept, undefined, 2);
      download(new Blob([text], { type: 'application/json' }), `etapas-${id}.json`);
    },
    onSuccess: () => toast(messages.people.exported),
  });
  if (!mayExport && (erasedOn || !(mayRecord || mayRevoke || mayErase))) return null;
  return (
    <section className="card stack">
      <div className="stack-close">
        <h2>{messages.people.privacy}</h2>
        <p className="soft">{messages.people.privacyText}</p>
      </div>
      <ProblemNotice problem={exported.error} />
      <ul className="rights">
        {mayExport && (
          <li>
            <p>{messages.people.exportText}</p>
            <button type="button" aria-disabled={exported.isPending} onClick={() => exported.mutate()}>
              <Icon name="download" />
              {exported.isPending ? messages.parts.loading : messages.people.export}
            </button>
          </li>
        )}
        {mayRecord && !erasedOn && (
          <li>
            <p>{messages.people.requestText}</p>
            <button type="button" onClick={() => setAsking('request')}>
              {messages.people.request}
            </button>
          </li>
        )}
        {mayRevoke && !erasedOn && (
          <li>
            <p>{messages.people.revokeText}</p>
            <button type="button" onClick={() => setAsking('revoke')}>
              {messages.people.revoke}
            </button>
          </li>
        )}
        {mayErase && !erasedOn && (
          <li>
            <p>{messages.people.eraseText}</p>
            <button type="button" className="grave" onClick={() => setAsking('erase')}>
              {messages.people.erase}
            </button>
          </li>
        )}
      </ul>
      {asking === 'request' && (
        <Suspense>
          <RequestDialog person={person} onClose={() => setAsking(undefined)} />
        </Suspense>
      )}
      {asking === 'revoke' && <RevokeDialog person={person} onClose={() => setAsking(undefined)} />}
      {asking === 'erase' && <EraseDialog person={person} onClose={() => setAsking(undefined)} />}
    </section>
  );
}

function RevokeDialog({ person: { id }, onClose }: { person: Stakeholder; onClose: () => void }) {
  const { messages } = useTranslation();
  const revoke = useApiMutation('POST /api/stakeholders/{id}/links/revoke');
  const run = () =>
    revoke.mutate(
      { params: { id }, body: {} },
      {
        onSuccess: () => {
          onClose();
          toast(messages.people.revoked);
        },
      },
    );
  return (
    <Dialog
      title={messages.people.revokeTitle}
      onClose={onClose}
      confirm={{ label: messages.people.revokeConfirm, busy: revoke.isPending, run }}
    >
      <ProblemNotice problem={revoke.error} />
      <p>{messages.people.revokeText}</p>
    </Dialog>
  );
}
