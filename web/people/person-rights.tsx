import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { useAnswer, useWrite } from '../api/queries.ts';
import type { Stakeholder } from '../api/types.ts';
import { Dialog } from '../parts/dialog.tsx';
import { handOver } from '../parts/exports.tsx';
import { Icon } from '../parts/icon.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { toast } from '../parts/toast.tsx';
import { useWords } from '../words/use-words.ts';
import { EraseDialog } from './erase-dialog.tsx';

/** What somebody may ask for by law: to see what is kept of them, and to have it erased; and no more links. */
export function PersonRights({ person }: { person: Stakeholder }) {
  const { words } = useWords();
  const { data: me } = useAnswer('GET /api/me', {});
  const [asking, setAsking] = useState<'revoke' | 'erase'>();
  const { id, erasedOn } = person;
  const download = useMutation({
    mutationFn: async () => {
      const kept = await api('GET /api/stakeholders/{id}/export', { params: { id } });
      const text = JSON.stringify(kept, undefined, 2);
      handOver(new Blob([text], { type: 'application/json' }), `etapas-${id}.json`);
    },
    onSuccess: () => toast(words.people.exported),
  });
  const isAdministrator = me?.roles.includes('administrator');
  if (erasedOn && !isAdministrator) return null;
  return (
    <section className="card stack">
      <div className="stack-close">
        <h2>{words.people.privacy}</h2>
        <p className="soft">{words.people.privacyText}</p>
      </div>
      <ProblemNotice problem={download.error} />
      <ul className="rights">
        {isAdministrator && (
          <li>
            <p>{words.people.exportText}</p>
            <button type="button" aria-disabled={download.isPending} onClick={() => download.mutate()}>
              <Icon name="download" />
              {download.isPending ? words.parts.loading : words.people.export}
            </button>
          </li>
        )}
        {!erasedOn && (
          <>
            <li>
              <p>{words.people.revokeText}</p>
              <button type="button" onClick={() => setAsking('revoke')}>
                {words.people.revoke}
              </button>
            </li>
            <li>
              <p>{words.people.eraseText}</p>
              <button type="button" className="grave" onClick={() => setAsking('erase')}>
                {words.people.erase}
              </button>
            </li>
          </>
        )}
      </ul>
      {asking === 'revoke' && <RevokeDialog person={person} onClose={() => setAsking(undefined)} />}
      {asking === 'erase' && <EraseDialog person={person} onClose={() => setAsking(undefined)} />}
    </section>
  );
}

function RevokeDialog({ person: { id }, onClose }: { person: Stakeholder; onClose: () => void }) {
  const { words } = useWords();
  const revoke = useWrite('POST /api/stakeholders/{id}/links/revoke');
  const run = () =>
    revoke.mutate(
      { params: { id }, body: {} },
      {
        onSuccess: () => {
          onClose();
          toast(words.people.revoked);
        },
      },
    );
  return (
    <Dialog
      title={words.people.revokeTitle}
      onClose={onClose}
      confirm={{ label: words.people.revokeConfirm, busy: revoke.isPending, run }}
    >
      <ProblemNotice problem={revoke.error} />
      <p>{words.people.revokeText}</p>
    </Dialog>
  );
}
