import * as z from 'zod';
import { policies } from '../../domain/policies.ts';
import { StakeholderId } from '../../domain/stakeholder.ts';
import { HistoryEntry, type MailEntry } from '../../store/history.ts';
import { CommitmentView, commitmentView } from './commitment-view.ts';
import type { ApiDependencies } from './dependencies.ts';
import { MailView, mailsTo, type ToldOfMail } from './mails-to-stakeholder.ts';
import { noInput, route } from './route.ts';
import { stakeholderAsked } from './stakeholder-asked.ts';
import { StakeholderView, stakeholderView } from './stakeholder-view.ts';

const Kept = z.object({
  stakeholder: StakeholderView,
  /** What they are responsible for, by locality. */
  commitments: z.array(
    z.object({ locality: z.string(), name: z.string(), commitments: z.array(CommitmentView) }),
  ),
  /** What they were mailed, oldest first. */
  mails: z.array(MailView),
  history: z.array(HistoryEntry),
});

/**
 * GET /api/stakeholders/{id}/export: all that is kept of a person, for their right of access (LGPDPPSO). It tells of all
 * their localities, so that only administrators answer such a request.
 */
export const exportStakeholder = route({
  method: 'GET',
  path: '/api/stakeholders/{id}/export',
  summary: 'All that is kept of a stakeholder',
  policy: policies.stakeholder.exportKept,
  params: z.object({ id: StakeholderId }),
  query: noInput,
  body: noInput,
  responses: { 200: Kept },
  problems: ['not-found'],
  run:
    (dependencies: ApiDependencies) =>
    async ({ params: { id }, caller }) => {
      const { localities, commitments, history, outbox } = dependencies;
      const known = await stakeholderAsked(dependencies, id, caller, policies.stakeholder.exportKept);
      const byLocality: z.infer<typeof Kept>['commitments'] = [];
      const told: ToldOfMail[] = [];
      // Read from the table, locality by locality, since an index may lag behind it.
      for await (const { id: locality, name, ...found } of localities.all()) {
        if (found.commitments === 0) continue;
        const matrix = await commitments.ofLocality(locality);
        // They may have been written to about what is somebody else's by now.
        const entries: MailEntry[] = [];
        for await (const entry of history.mailsTo(`LOCALITY#${locality}`, `stakeholder:${id}`))
          entries.push(entry);
        told.push({ locality, entries });
        const theirs = matrix.filter(
          ({ responsible, coResponsible }) => responsible === id || coResponsible.includes(id),
        );
        if (theirs.length > 0) byLocality.push({ locality, name, commitments: theirs.map(commitmentView) });
      }
      const body = {
        stakeholder: stakeholderView(known, caller),
        commitments: byLocality,
        mails: mailsTo(await outbox.mailsTo(id), told),
        history: await history.all(`STAKEHOLDER#${id}`),
      };
      return { response: { status: 200, body } };
    },
});
