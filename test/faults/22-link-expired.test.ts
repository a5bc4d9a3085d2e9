import { expect, it } from 'vitest';
import { editStakeholder, revokeLinks, suppressStakeholder } from '../../domain/commands/stakeholders.ts';
import { momentOf } from '../../functions/runtime/clock.ts';
import { commitStakeholder } from '../../store/commit.ts';
import { outboxStore } from '../../store/outbox.ts';
import { stakeholderStore } from '../../store/stakeholders.ts';
import { pagesOf } from '../links/pages.ts';
import { caller } from '../support/factories.ts';
import { listed } from '../support/listed.ts';
import { person, promise } from '../support/people.ts';
import { seed, seedling } from '../support/seed.ts';
import { testApp } from '../support/test-app.ts';

async function scene() {
  const here = await testApp();
  await seed(here, [seedling('anapra')]);
  const rosa = await person(here, 'rosa');
  await promise(here, 'anapra', { responsible: 'rosa' });
  const pages = pagesOf(here);
  const link = await pages.linkFor(rosa);
  here.pass(91);
  const queued = async () => {
    const outbox = outboxStore(here.table);
    const entries = await Promise.all((await listed(outbox.pending())).map((key) => outbox.find(key)));
    return entries
      .flatMap((entry) => entry?.messages ?? [])
      .flatMap(({ message }) => (message.kind === 'fresh-link' ? [message] : []));
  };
  return { here, rosa, pages, link, queued };
}
const ask = { 'fresh-link': 'send' };

it('22: an expired link is a 410 page whose one button mails a fresh one to the known address', async () => {
  const { pages, link, queued } = await scene();
  const expired = await pages.get(link);
  expect(expired.status).toBe(410);
  expect(expired.html.match(/<button/g)).toHaveLength(1);
  expect(expired.html).not.toMatch(/rosa|Pintar/i);
  expect(await queued()).toEqual([]);
  expect(await pages.post(link, ask)).toMatchObject({ status: 200 });
  expect(await queued()).toEqual([{ kind: 'fresh-link', stakeholder: 'rosa' }]);
});

it('22: an expired link answers for nothing any more', async () => {
  const { here, pages, link, queued } = await scene();
  expect(await pages.post(link, { commitment: 'anapra.1', answer: 'fulfilled' })).toMatchObject({
    status: 410,
  });
  expect(await queued()).toEqual([]);
  expect((await stakeholderStore(here.table).get('rosa')).revision).toBe(1);
});

it('22: one fresh link an hour is mailed, however often it is asked for', async () => {
  const { here, pages, link, queued } = await scene();
  const answers = await Promise.all(Array.from({ length: 5 }, () => pages.post(link, ask)));
  expect(new Set(answers.map(({ html }) => html)).size).toBe(1);
  expect(await queued()).toHaveLength(1);
  here.pass(59 / 1_440);
  await pages.post(link, ask);
  expect(await queued()).toHaveLength(1);
  here.pass(1 / 1_440);
  await pages.post(link, ask);
  expect(await queued()).toHaveLength(2);
});

it('22: three fresh links a day are mailed to somebody, and the page never tells', async () => {
  const { here, pages, link, queued } = await scene();
  const answers = [];
  for (let hour = 0; hour < 24; hour += 2) {
    answers.push(await pages.post(link, ask));
    here.pass(2 / 24);
  }
  expect(new Set(answers.map(({ html }) => html)).size).toBe(1);
  expect(await queued()).toHaveLength(3);
  await pages.post(link, ask);
  expect(await queued()).toHaveLength(4);
});

it('22: a link that was revoked, or went to an address of before, mails nothing', async () => {
  const { here, pages, link, queued, rosa } = await scene();
  const { find, contact } = stakeholderStore(here.table);
  await commitStakeholder(here.table, revokeLinks(rosa, caller()), here.clock());
  expect(await pages.post(link, ask)).toMatchObject({ status: 403 });
  const revoked = await find('rosa');
  if (!revoked) throw new Error('Rosa is there');
  const later = await pages.linkFor(revoked);
  const moved = editStakeholder(revoked, await contact('rosa'), { email: 'otra@vecinos.example' }, caller());
  await commitStakeholder(here.table, moved, here.clock());
  here.pass(91);
  expect(await pages.post(later, ask)).toMatchObject({ status: 403 });
  expect(await queued()).toEqual([]);
});

it('22: the fresh link that is mailed opens the page, in the language of the person', async () => {
  const { here, pages, link } = await scene();
  await pages.post(link, ask);
  await here.settle();
  expect(here.mails).toMatchObject([{ to: 'rosa@vecinos.example', subject: 'Su enlace nuevo' }]);
  const fresh = /https:\S+\/c\/\S+/.exec(here.mails[0]?.text ?? '')?.[0] ?? '';
  expect(await pages.get(fresh)).toMatchObject({ status: 200 });
});

it.each([
  ['who asked not to be written to', 'unsubscribed'],
  ['whose address came back', 'bounce'],
  ['who complained', 'complaint'],
] as const)('22: somebody %s is mailed no fresh link, and the page does not tell', async (_, reason) => {
  const { here, pages, link, rosa } = await scene();
  const moment = momentOf(here.clock(), here.municipality);
  const change = suppressStakeholder(rosa, reason, 'ses', moment);
  if (!change) throw new Error('that changes something');
  await commitStakeholder(here.table, change, here.clock());
  expect(await pages.post(link, ask)).toMatchObject({ status: 200 });
  await here.settle();
  expect(here.mails).toEqual([]);
});
