import * as z from 'zod';
import { Instant, LocalDate } from '../../domain/calendar.ts';
import { MailMessageKind } from '../../domain/mail.ts';
import { dayBounds } from '../../domain/mail-bounds.ts';
import { policies } from '../../domain/policies.ts';
import { mailsOf, messageId, ownerOf, PendingState } from '../../store/outbox-entry.ts';
import type { ApiDependencies } from './dependencies.ts';
import { noInput, route } from './route.ts';

const mostWaiting = 200;
/** So many of what waits are looked at, however few of them are mails. */
const mostLookedAt = 5_000;

const Waiting = z.object({
  id: z.string(),
  kind: MailMessageKind,
  /** Whom it is about: what staff is told at once a locality, their digest themselves, every other a stakeholder. */
  locality: z.string().optional(),
  stakeholder: z.string().optional(),
  staff: z.string().optional(),
  /** `held` ones may have been sent; all others were certainly not. */
  state: PendingState,
  attempts: z.int(),
  queuedAt: Instant,
  heldUntil: Instant.optional(),
  waitsFor: LocalDate.optional(),
});

const Mail = z.object({
  from: z.string(),
  /** Whether mail leaves at all: not from a restored table until an administrator releases it. */
  released: z.boolean(),
  sandbox: z.boolean(),
  allowed: z.array(z.string()),
  dailyCap: z.int(),
  sentToday: z.int(),
  /** Of the two, what may go to staff, and what has gone to them; the rest is kept for stakeholders. */
  staffCap: z.int(),
  staffSentToday: z.int(),
  /** The mails that are still to be sent, longest waiting first. */
  waiting: z.array(Waiting),
  /** Whether there are, or may be, more of them than are shown. */
  more: z.boolean(),
});

/** GET /api/mail: whether mail leaves, within which bounds, and what waits. */
export const getMail = route({
  method: 'GET',
  path: '/api/mail',
  summary: 'The state of outgoing mail',
  policy: policies.mail.read,
  params: noInput,
  query: noInput,
  body: noInput,
  responses: { 200: Mail },
  run:
    ({ municipality, outbox, mailDays, mailRelease, moment, clock }: ApiDependencies) =>
    async () => {
      const { sandbox, allowed, dailyCap } = municipality.mail;
      const sent = await mailDays.sentOn(moment().today);
      const waiting: z.infer<typeof Waiting>[] = [];
      let more = false;
      let lookedAt = 0;
      for await (const entry of outbox.pendingEntries()) {
        lookedAt += 1;
        // Imports and workflows may have thousands waiting before the first mail.
        more = lookedAt > mostLookedAt;
        if (more) break;
        const { state, queuedAt, heldUntil, waitsFor } = entry;
        for (const mail of mailsOf(entry.messages)) {
          const { kind } = mail.message;
          const id = messageId(entry, mail);
          const attempts = entry.attempts - mail.unsent;
          waiting.push({ id, kind, ...ownerOf(entry), state, attempts, queuedAt, heldUntil, waitsFor });
        }
        more = waiting.length > mostWaiting;
        if (more) break;
      }
      const body = {
        from: municipality.mailFrom,
        released: await mailRelease.isReleased(clock()),
        sandbox,
        allowed,
        dailyCap,
        sentToday: sent.mails,
        staffCap: dayBounds(municipality).staff,
        staffSentToday: sent.staff,
        waiting: waiting.slice(0, mostWaiting),
        more,
      };
      return { response: { status: 200, body } };
    },
});
