import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { MailEvent } from '../../functions/events/mail-event.ts';
import { stakeholderStore } from '../../store/stakeholders.ts';
import { type Office, office } from '../support/office.ts';
import {
  bounced,
  digests,
  mailEvent,
  person,
  promise,
  sweptAndSent,
  tasks,
  told,
} from '../support/reminders.ts';
import { begin } from '../support/walk.ts';

const tag = 'stakeholder_rosa_digest_2026-01-12';
const address = 'rosa@ejemplo.example';
const complaint = mailEvent('Complaint', tag, {
  complaint: { complainedRecipients: [{ emailAddress: address }] },
});

async function written() {
  const here = await office();
  const places = [await begin(here), await begin(here, 'convivir-mejor', 'Riberas')];
  await person(here, 'rosa', { localities: places.slice(1) });
  const id = await promise(here, places[0] ?? '', 'rosa', '2026-01-13');
  await sweptAndSent(here);
  return { here, places, id };
}
const rosa = ({ table }: Office) => stakeholderStore(table).get('rosa');

describe('16: a hard bounce or a complaint', () => {
  it.each([
    ['bounce', bounced(tag, address)],
    ['complaint', complaint],
  ])(
    '%s: suppressed, and the coordinators of each of their localities have one task',
    async (reason, event) => {
      const { here, places } = await written();
      for (let time = 0; time < 3; time += 1) await told(here, event);
      expect(await rosa(here)).toMatchObject({ suppressed: { reason }, revision: 2 });
      expect(await tasks(here)).toEqual(places.toSorted().map((place) => ['bounced', 'rosa', place]));
      // The next rung is a task too: no mail.
      here.pass(1);
      expect(await sweptAndSent(here)).toMatchObject({ digests: 0, toldInPerson: 1 });
      expect(digests(here)).toHaveLength(1);
      expect(await tasks(here)).toContainEqual(['tell-in-person', '1', places[0]]);
    },
  );

  it.each([
    ['a full mailbox', bounced(tag, address, 'Transient')],
    ['a delay', mailEvent('DeliveryDelay', tag)],
    ['an opened mail', mailEvent('Open', tag)],
    ['an address they had before', bounced(tag, 'antes@ejemplo.example')],
    ['a mail that is none of ours', bounced('else', address)],
  ])('of %s nothing follows', async (_, event) => {
    const { here } = await written();
    await told(here, event);
    expect((await rosa(here)).suppressed).toBeUndefined();
    expect(await tasks(here)).toEqual([]);
  });

  it('of mail to staff suppresses nobody: they are told of what they coordinate', async () => {
    const { here } = await written();
    const staff = here.mails.find(({ to }) => to === 'ana@juarez.example');
    await told(here, bounced(staff?.outbox ?? '', 'ana@juarez.example'));
    expect(await tasks(here)).toEqual([]);
  });
});

const corpus = join(
  import.meta.dirname,
  '../../../shared/data/corpora/ses-notifications/extracted_examples.json',
);
const Samples = z.array(
  z.object({ type: z.string(), json: z.unknown().optional(), raw: z.string().optional() }),
);

describe.skipIf(!existsSync(corpus))('16: the samples of the SES developer guide', () => {
  const samples = existsSync(corpus) ? Samples.parse(JSON.parse(readFileSync(corpus, 'utf8'))) : [];
  const events = samples.flatMap(({ json, raw }): unknown[] => {
    if (raw === undefined) return [json];
    // Lines are numbered in the guide, and some samples are cut short.
    try {
      return [JSON.parse(raw.replace(/^ *\d+\. ?/gm, ''))];
    } catch {
      return [];
    }
  });

  it('are read, all that are whole', () => {
    const kinds = events.map((event) => MailEvent.parse(event).kind);
    expect(kinds.length).toBeGreaterThan(10);
    for (const kind of ['Bounce', 'Complaint', 'Delivery', 'Send', 'Reject']) expect(kinds).toContain(kind);
  });

  it('are let pass by the function: none of them is about a mail of ours', async () => {
    const here = await office();
    for (const event of events) if (typeof event === 'object' && event) await told(here, event);
    expect(await tasks(here)).toEqual([]);
  });
});
