import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { useApiMutation } from '../api/queries.ts';
import { Dialog } from '../components/dialog.tsx';
import { Field } from '../components/field.tsx';
import { ProblemNotice } from '../components/problem-notice.tsx';
import { toast } from '../components/toast.tsx';
import { useAdministrationWords } from './words.ts';

/** The localities of one coordinator become another's: which they are is shown before anything is changed. */
export function HandoverDialog({ from, onClose }: { from: string; onClose: () => void }) {
  const said = useAdministrationWords().staff;
  const client = useQueryClient();
  const [to, setTo] = useState('');
  const rehearsal = useApiMutation('POST /api/handovers');
  const handover = useMutation({
    mutationFn: async (user: string) => {
      let count = 0;
      for (let hasMore = true; hasMore; ) {
        const done = await api('POST /api/handovers', { body: { from, to: user } });
        count += done.localities.length;
        hasMore = done.hasMore;
      }
      return count;
    },
    onSuccess: (count, user) => {
      onClose();
      toast(said.handedOver(said.localities(count), user));
    },
    // What was handed over before it was cut off is another's all the same.
    onSettled: () => {
      void client.invalidateQueries();
    },
  });
  const shown = rehearsal.data;
  const run = () => {
    if (shown) handover.mutate(shown.to);
    else rehearsal.mutate({ query: { dryRun: 'true' }, body: { from, to: to.trim() } });
  };
  return (
    <Dialog
      title={said.handOverTitle(from)}
      onClose={onClose}
      confirm={{
        label: shown ? said.handOver : said.handOverShow,
        busy: rehearsal.isPending || handover.isPending,
        run,
      }}
    >
      <ProblemNotice problem={rehearsal.error ?? handover.error} />
      <p>{said.handOverText}</p>
      <Field label={said.handOverTo} hint={said.handOverHint}>
        {(control) => (
          <input
            {...control}
            required
            maxLength={128}
            value={to}
            onChange={({ target }) => {
              setTo(target.value);
              rehearsal.reset();
            }}
          />
        )}
      </Field>
      {shown && (
        <div role="status" className="stack-close">
          <p>
            {shown.hasMore
              ? said.handOverMore(said.localities(shown.localities.length), shown.to)
              : said.handOverAll(said.localities(shown.localities.length), shown.to)}
          </p>
          <ul className="dotted">
            {shown.localities.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </div>
      )}
    </Dialog>
  );
}
