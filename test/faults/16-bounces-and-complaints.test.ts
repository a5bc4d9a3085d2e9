import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { MailEvent } from '../../functions/events/mail-event.ts';
import { stakeholderStore } from '../../store/stakeholders.ts';
import { mailEvents } from '../support/corpora.ts';
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
import { itReading, readShared } from '../support/shared-data.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { begin } from '../support/walk.ts';

const tag = 'stakeholder_rosa_digest_2026-01-12';
const address = 'rosa@ejemplo.example';
const complaint = mailEvent('Complaint', tag, {
  complaint: { complainedRecipients: [{ emailAddress: address }] },
});

async function written() {
  const here = await testApp();
  const places = [await begin(here), await begin(here, 'convivir-mejor', 'Riberas')];
  await person(here, 'rosa', { localities: places.slice(1) });
  const id = await promise(here, places[0] ?? '', 'rosa', '2026-01-13');
  await sweptAndSent(here);
  return { here, places, id };
}
const rosa = ({ table }: TestApp) => stakeholderStore(table).get('rosa');

describe('16: a hard bounce or a complaint', () => {
  it.each([
    ['bounce', 'bounced', bounced(tag, address)],
    ['complaint', 'complained', complaint],
  ])(
    '%s: suppressed, and the coordinators of each of their localities have one task',
    async (reason, kind, event) => {
      const { here, places } = await written();
      for (let time = 0; time < 3; time += 1) await told(here, event);
      expect(await rosa(here)).toMatchObject({ suppressed: { reason }, revision: 2 });
      expect(await tasks(here)).toEqual(places.toSorted().map((place) => [kind, 'rosa', place]));
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

describe('16: what SES tells, as its documentation describes it', () => {
  const kinds = [
    'Bounce',
    'Complaint',
    'Delivery',
    'Send',
    'Reject',
    'Open',
    'Click',
    'Rendering Failure',
    'DeliveryDelay',
    'Subscription',
    'Bounce',
    'Bounce',
    'Complaint',
    'Complaint',
    'Delivery',
  ];
  const kindsOf = (events: unknown[]) => events.map((event) => MailEvent.parse(event).kind);

  /** The function lets events pass that are about no mail of ours. */
  async function pass(events: unknown[]) {
    const here = await testApp();
    for (const event of events) if (typeof event === 'object' && event) await told(here, event);
    expect(await tasks(here)).toEqual([]);
  }

  it('is read, every kind of it', () => {
    expect(kindsOf(mailEvents())).toEqual(kinds);
  });

  it('is let pass by the function: none of it is about a mail of ours', async () => {
    await pass(mailEvents());
  });

  itReading(
    ['corpora/ses-notifications'],
    'is read and let pass in the samples of its guide too',
    async () => {
      const samples = z
        .array(z.object({ json: z.unknown().optional(), raw: z.string().optional() }))
        .parse(JSON.parse(readShared('corpora/ses-notifications', 'extracted_examples.json').toString()));
      // The listings of events are numbered by line; without the numbers every one of them is whole.
      const events = samples.map(({ json, raw }): unknown =>
        raw === undefined ? json : JSON.parse(raw.replace(/^ *\d+\. ?/gm, '')),
      );
      expect(kindsOf(events)).toEqual(kinds);
      await pass(events);
    },
  );
});
