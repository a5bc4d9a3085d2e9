import { expect, it } from 'vitest';
import { eraseStakeholder, revokeLinks } from '../../domain/commands/stakeholders.ts';
import { momentOf } from '../../functions/runtime/clock.ts';
import { commitStakeholder } from '../../store/commit.ts';
import { commitmentStore } from '../../store/commitments.ts';
import { stakeholderStore } from '../../store/stakeholders.ts';
import { taskStore } from '../../store/tasks.ts';
import { pagesOf } from '../links/pages.ts';
import { caller } from '../support/factories.ts';
import { listed } from '../support/listed.ts';
import { amend, person, promise } from '../support/people.ts';
import { seed, seedling } from '../support/seed.ts';
import { testApp } from '../support/test-app.ts';

async function scene() {
  const here = await testApp();
  await seed(here, [seedling('anapra')]);
  const [rosa, beto] = [await person(here, 'rosa'), await person(here, 'beto')];
  const made = await promise(here, 'anapra', { responsible: 'rosa', action: 'Pintar el kiosco' });
  const pages = pagesOf(here);
  const now = () => commitmentStore(here.table).get(made);
  const links = { rosa: await pages.linkFor(rosa), beto: await pages.linkFor(beto) };
  return { here, rosa, beto, made, pages, now, links };
}
const done = { commitment: 'anapra.1', answer: 'fulfilled' };
const cannot = { commitment: 'anapra.1', answer: 'cannot' };

it('24: used by two people at once with different answers, each is recorded whole, and the last one stands', async () => {
  const { pages, links, now } = await scene();
  const answers = await Promise.all([pages.post(links.rosa, done), pages.post(links.rosa, cannot)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  const { writes, status, answer } = await now();
  expect(writes).toBe(3);
  expect(status).toBe(answer?.answer === 'fulfilled' ? 'fulfilled' : 'pending');
});

it('24: after the commitment changed hands, the link of the earlier person neither shows nor answers it', async () => {
  const { here, pages, links, now } = await scene();
  await amend(here, 'anapra', 1, { responsible: 'beto' });
  const before = await now();
  expect((await pages.get(links.rosa)).html).not.toContain('Pintar el kiosco');
  expect((await pages.get(links.beto)).html).toContain('Pintar el kiosco');
  const answer = await pages.post(links.rosa, done);
  expect(answer.status).toBe(404);
  expect(answer.html).not.toMatch(/kiosco|beto/i);
  expect(await pages.get(`${links.rosa}?receipt=anapra.1`)).toMatchObject({ status: 404 });
  expect(await now()).toEqual(before);
});

it('24: what the earlier person said is not held for an answer of the next one', async () => {
  const { here, pages, links } = await scene();
  await pages.post(links.rosa, cannot);
  await amend(here, 'anapra', 1, { responsible: 'beto' });
  const tasks = () => listed(taskStore(here.table).all('anapra'));
  expect(await tasks()).toEqual([]);
  expect((await pages.get(links.beto)).html).not.toContain('usted respondió');
  await pages.post(links.beto, cannot);
  expect(await tasks()).toMatchObject([{ kind: 'cannot', subject: '1' }]);
});

it('24: a revoked link is dead, and so is every link of a person who was erased', async () => {
  const { here, rosa, beto, pages, links, now, made } = await scene();
  const contact = await stakeholderStore(here.table).contact(beto.id);
  const erased = eraseStakeholder(beto, contact, caller(), momentOf(here.clock(), here.municipality));
  await commitStakeholder(here.table, revokeLinks(rosa, caller()), here.clock());
  await commitStakeholder(here.table, erased, here.clock());
  for (const link of [links.rosa, links.beto]) expect(await pages.get(link)).toMatchObject({ status: 403 });
  expect(await pages.post(links.rosa, done)).toMatchObject({ status: 403 });
  expect(await now()).toEqual(made);
  expect(await pages.get(await pages.linkFor(erased.stakeholder))).toMatchObject({ status: 403 });
});
