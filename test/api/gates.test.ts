import { beforeAll, describe, expect, it } from 'vitest';
import { problemOf } from '../support/problems.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, complete, decide, locality, pass, review } from '../support/walk.ts';

let here: TestApp;
beforeAll(async () => {
  here = await testApp();
});

async function ready(programme?: string): Promise<string> {
  const id = await begin(here, programme);
  await complete(here, id);
  return id;
}
async function reviewed(): Promise<string> {
  const id = await ready();
  await review(here, id);
  return id;
}
const english = { ...ana, headers: { 'accept-language': 'en' } };
const gate = (id: string, query = '') =>
  here.call('GET', `/api/localities/${id}/gate${query}`, undefined, english);
const reviews = (id: string, body: object, who = ana) =>
  here.call('POST', `/api/localities/${id}/gate/reviews`, body, who);

describe('the gate', () => {
  it('says what it asks for and what is missing', async () => {
    const { body } = await gate(await begin(here));
    expect(body).toMatchObject({
      stage: 'capacity-building',
      visit: 1,
      state: 'open',
      ready: false,
      fourEyes: true,
    });
    expect(body.criteria).toMatchObject([
      { type: 'required-activities', met: false, detail: expect.stringContaining('0 of 2') },
      { type: 'people-trained', met: false },
      { type: 'people-trained', met: false },
    ]);
    expect(body.missing).toContainEqual({
      criterion: 'required-activities',
      key: 'required-activities',
      activity: 'state-and-local',
      what: expect.stringContaining('State and local'),
    });
  });

  it('is ready once nothing is missing, and shows the review that was asked for', async () => {
    const id = await reviewed();
    expect((await gate(id)).body).toMatchObject({
      ready: true,
      missing: [],
      state: 'in-review',
      review: { requestedBy: 'ana@juarez.example' },
    });
  });

  it('that is not open yet is not shown', async () => {
    const created = await here.call(
      'POST',
      '/api/localities',
      { name: 'Anapra', programme: 'convivir-mejor' },
      ana,
    );
    expect(problemOf(await gate(String(created.body.id))).code).toBe('not-open');
    await here.settle();
  });

  it('of a stage with tracks is asked for by its track', async () => {
    const id = await ready('red-conectate');
    await pass(here, id);
    expect(problemOf(await gate(id))).toMatchObject({ code: 'invalid-request', paths: ['track'] });
    expect(problemOf(await gate(id, '?track=nowhere'))).toMatchObject({ paths: ['track'] });
    expect((await gate(id, '?track=empowerment-models')).body).toMatchObject({ track: 'empowerment-models' });
  });
});

describe('a review', () => {
  it('is refused with what is missing', async () => {
    const refused = problemOf(await reviews(await begin(here), {}));
    expect(refused).toMatchObject({ status: 409, code: 'criteria-unmet' });
    expect(refused.missing?.map(({ activity }) => activity)).toContain('federal-representatives');
  });

  it('is refused twice', async () => {
    expect(problemOf(await review(here, await reviewed())).code).toBe('already-in-review');
  });

  it('with an override is an administrator’s to ask for, and somebody else’s to decide', async () => {
    const id = await begin(here);
    const override = { reason: 'Lluvia', expiresOn: '2026-02-01' };
    expect(problemOf(await reviews(id, { override })).code).toBe('forbidden');
    expect((await reviews(id, { override }, boss)).body.override).toMatchObject({
      by: boss.user,
      reason: 'Lluvia',
    });
    expect(problemOf(await decide(here, id, {}, boss)).code).toBe('four-eyes');
    expect((await decide(here, id, {}, ana)).status).toBe(201);
  });

  it('with an override that is past is refused by its date', async () => {
    const override = { reason: 'Lluvia', expiresOn: '2026-01-11' };
    expect(problemOf(await reviews(await begin(here), { override }, boss))).toMatchObject({
      status: 400,
      paths: ['override.expiresOn'],
    });
  });
});

describe('a decision', () => {
  it('to advance needs a review', async () => {
    expect(problemOf(await decide(here, await ready(), {})).code).toBe('not-in-review');
  });

  it('is not made by whoever asked for the review', async () => {
    expect(problemOf(await decide(here, await reviewed(), {}, ana)).code).toBe('four-eyes');
  });

  it('needs a reason', async () => {
    expect(problemOf(await decide(here, await reviewed(), { reason: ' ' }))).toMatchObject({
      status: 400,
      paths: ['reason'],
    });
  });

  it('to return leads to this stage or an earlier one', async () => {
    const id = await reviewed();
    const later = await decide(here, id, { outcome: 'return', toStage: 'implementation' });
    expect(problemOf(later)).toMatchObject({ status: 400, paths: ['toStage'] });
  });

  it('is refused once the locality is closed', async () => {
    const id = await reviewed();
    expect((await decide(here, id, { outcome: 'close' })).body).toMatchObject({ status: 'closed' });
    await here.settle();
    for (const outcome of ['advance', 'hold', 'close'])
      expect(problemOf(await decide(here, id, { outcome })).code).toBe('not-active');
    expect(await locality(here, id)).toMatchObject({ status: 'closed', current: [] });
  });

  it('answers where the locality stands now', async () => {
    const id = await reviewed();
    expect((await decide(here, id, {})).body).toMatchObject({
      outcome: 'advance',
      status: 'active',
      stage: 'territorial-targeting',
    });
    await here.settle();
  });
});

describe('where the municipality does not keep to four eyes', () => {
  it('whoever asked for the review may decide it, and the gate says so', async () => {
    const small = await testApp({ fourEyes: false });
    const id = await begin(small);
    await complete(small, id);
    await review(small, id);
    const shown = await small.call('GET', `/api/localities/${id}/gate`, undefined, ana);
    expect(shown.body.fourEyes).toBe(false);
    expect((await decide(small, id, {}, ana)).status).toBe(201);
  });
});
