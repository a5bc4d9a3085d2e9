import { beforeEach, describe, expect, it } from 'vitest';
import { historyOf } from '../support/history.ts';
import { type Call, type TestApp, testApp } from '../support/test-app.ts';
import {
  ana,
  begin,
  boss,
  choose,
  complete,
  decide,
  evidence,
  locality,
  luis,
  pass,
  rankingOf,
  review,
  seeing,
  stages,
} from '../support/walk.ts';

let here: TestApp;
beforeEach(async () => {
  here = await testApp();
  await choose(here, 'at-once', ana, boss);
});

const other = [{ title: 'Otra acta', url: 'https://juarez.example/otra.pdf' }];
const path = (id: string, activity: string, stage = 'capacity-building') =>
  `/api/localities/${id}/stages/${stage}/activities/${activity}`;

async function record(id: string, activity: string, entry: object, who: Call = ana): Promise<void> {
  const { version } = await locality(here, id);
  const done = await here.call('PUT', path(id, activity), entry, seeing(who, version));
  expect(done.status).toBe(200);
}

/** A locality whose first gate is in review, and the mails from then on. */
async function inReview(): Promise<string> {
  const id = await begin(here);
  await complete(here, id);
  expect((await review(here, id)).status).toBe(202);
  await here.settle();
  here.mails.length = 0;
  return id;
}

const told = () =>
  here.mails.filter(({ subject }) => subject.startsWith('Quedó sin efecto')).map(({ to }) => to);

/** The review is void: nothing is left to decide, people are told, the history says so. */
async function expectVoid(id: string): Promise<void> {
  expect((await locality(here, id)).current).toMatchObject([{ gate: 'open' }]);
  const gate = await here.call('GET', `/api/localities/${id}/gate`, undefined, ana);
  expect(gate.body.review).toBeUndefined();
  expect(await decide(here, id, {})).toMatchObject({
    status: 409,
    body: { type: '/problems/not-in-review' },
  });
  await here.settle();
  // Ana knows what she has changed herself.
  expect(told()).toEqual(['direccion@juarez.example']);
  expect(JSON.stringify(await historyOf(here, id))).toContain('"reviewsVoided"');
}

describe('46: what is changed while a review waits makes it void', () => {
  it.each([
    ['evidence that is replaced', { status: 'done', evidence: other }],
    ['evidence that is taken away', { status: 'done', evidence: [] }],
    ['evidence that is added', { status: 'done', evidence: [...evidence, ...other] }],
    ['an activity that is open again', { status: 'open' }],
    ['an activity that is not applicable now', { status: 'not-applicable', note: 'No hubo' }],
    ['figures', { status: 'done', figures: { peopleTrained: 3 } }],
    ['a note', { status: 'done', note: 'Fue otra fecha' }],
  ])('%s', async (_, entry) => {
    const id = await inReview();
    await record(id, 'state-and-local', entry);
    await expectVoid(id);
  });

  it('a ranking that is frozen again', async () => {
    const id = await begin(here);
    await pass(here, id);
    await complete(here, id);
    expect((await review(here, id)).status).toBe(202);
    const [before] = (await locality(here, id)).current;
    expect(before).toMatchObject({ gate: 'in-review' });
    await here.settle();
    here.mails.length = 0;
    const frozen = await here.call('POST', '/api/targeting/rankings', rankingOf(id), ana);
    expect(frozen.status).toBe(201);
    await expectVoid(id);
  });

  it('whoever asked is told besides those who decide, each once, and whoever changes it is not', async () => {
    const id = await begin(here);
    await complete(here, id);
    const deputy: Call = { user: 'DEPUTY', role: 'coordinator', localities: [id] };
    await here.call('POST', `/api/localities/${id}/gate/reviews`, {}, deputy);
    await here.settle();
    await record(id, 'state-and-local', { status: 'done', evidence: other }, boss);
    await here.settle();
    expect(told()).toEqual(['ana@juarez.example', 'deputy@juarez.example']);
  });

  it('can be asked for again, and decided by what is there then', async () => {
    const id = await inReview();
    await record(id, 'state-and-local', { status: 'done', evidence: other });
    expect((await review(here, id)).status).toBe(202);
    expect((await decide(here, id, {})).status).toBe(201);
    const [first] = await stages(here, id);
    expect(first?.visits[0]?.activities).toEqual(
      expect.arrayContaining([expect.objectContaining({ key: 'state-and-local', evidence: other })]),
    );
  });

  it('that says the same again leaves the review as it is', async () => {
    const id = await inReview();
    await record(id, 'state-and-local', { status: 'done', evidence });
    await record(id, 'state-and-local', { status: 'done' });
    await here.settle();
    expect(told()).toEqual([]);
    expect((await decide(here, id, {})).status).toBe(201);
  });

  it('in one of two tracks leaves the review of the other', async () => {
    const id = await begin(here, 'red-conectate');
    await pass(here, id);
    const gates = (await locality(here, id)).current;
    const [one, two] = gates.map(({ track }) => track ?? '');
    for (const track of [one, two]) {
      await complete(here, id, track);
      expect((await review(here, id, track)).status).toBe(202);
    }
    const visits = await stages(here, id);
    const stage = visits.find(({ visits: some }) => some.some((visit) => visit.track === one));
    const activity = stage?.visits.find((visit) => visit.track === one)?.activities[0]?.key ?? '';
    const { version } = await locality(here, id);
    const entry = { status: 'done', evidence: other };
    const done = await here.call('PUT', path(id, activity, stage?.stage), entry, seeing(ana, version));
    expect(done.status).toBe(200);
    expect((await decide(here, id, { track: one })).status).toBe(409);
    expect((await decide(here, id, { track: two })).status).toBe(201);
  });

  it('at the same time as it is decided is one or the other, never both', async () => {
    const id = await inReview();
    const { version } = await locality(here, id);
    const entry = { status: 'done', evidence: other };
    const [decided, changed] = await Promise.all([
      decide(here, id, {}),
      here.call('PUT', path(id, 'state-and-local'), entry, seeing(ana, version)),
    ]);
    const after = await locality(here, id);
    if (decided.status === 201) expect(changed.status).toBeGreaterThanOrEqual(400);
    else expect(after.current).toMatchObject([{ gate: 'open' }]);
    expect([decided.status, changed.status].filter((status) => status < 300)).toHaveLength(1);
  });
});

it('46: somebody of another locality changes nothing', async () => {
  const id = await inReview();
  const { version } = await locality(here, id);
  const entry = { status: 'open' };
  expect((await here.call('PUT', path(id, 'state-and-local'), entry, seeing(luis, version))).status).toBe(
    404,
  );
  expect((await decide(here, id, {})).status).toBe(201);
});
