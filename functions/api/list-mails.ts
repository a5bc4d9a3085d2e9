import { EnteredDate } from '../../domain/calendar.ts';
import { policies } from '../../domain/policies.ts';
import { LoggedMail, MailLogCursor } from '../../store/mail-log.ts';
import type { ApiDependencies } from './dependencies.ts';
import { listOf, Paging } from './representations.ts';
import { noInput, route } from './route.ts';

/** GET /api/mails: what became of the mails of a day, today's unless told; kept for 90 days. */
export const listMails = route({
  method: 'GET',
  path: '/api/mails',
  summary: 'The mails of a day and what became of them, the newest first',
  policy: policies.mail.read,
  params: noInput,
  query: Paging.extend({ on: EnteredDate.optional(), cursor: MailLogCursor.optional() }),
  body: noInput,
  responses: { 200: listOf(LoggedMail) },
  run:
    ({ mailLog, moment }: ApiDependencies) =>
    async ({ query: { on, cursor, limit } }) => {
      const { items, next } = await mailLog.page(on ?? moment().today, cursor, limit);
      return { response: { status: 200, body: { items, nextCursor: next } } };
    },
});
