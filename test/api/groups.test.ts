import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { GroupView } from '../../functions/api/group-view.ts';
import { audited } from '../support/audited.ts';
import { items } from '../support/files.ts';
import { historyOf } from '../support/history.ts';
import { stakeholderOf } from '../support/matrix.ts';
import { groupOf, sessionOf } from '../support/plans.ts';
import { problemOf } from '../support/problems.ts';
import { type Call, type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, luis, seeing, vera } from '../support/walk.ts';

let here: TestApp;
let place: string;
let [rosa, beto] = ['', ''];
beforeAll(async () => {
  here = await testApp();
  place = await begin(here);
  rosa = (await stakeholderOf(here, place)).id;
  beto = (await stakeholderOf(here, place)).id;
});

const form = (some: object = {}, who: Call = ana) =>
  here.call(
    'POST',
    '/api/groups',
    { locality: place, kind: 'council', name: 'Consejo', formedOn: '2025-11-03', ...some },
    who,
  );
const change = async (id: string, edit: object, who: Call = ana) => {
  const { version } = GroupView.parse((await here.call('GET', `/api/groups/${id}`, undefined, boss)).body);
  return here.call('PATCH', `/api/groups/${id}`, edit, seeing(who, version));
};
const since = '2025-11-03';

describe('a group', () => {
  it('has members with posts and terms, is formalised, and is found by each of them', async () => {
    const members = [
      { stakeholder: rosa, post: 'Presidenta', since, until: '2027-11-02' },
      { stakeholder: beto, since },
    ];
    const evidence = [{ title: 'Acta', url: 'https://juarez.example/acta.pdf' }];
    const { status, body } = await form({ name: 'Consejo de Anapra', sectors: ['school'], members });
    expect([status, body]).toMatchObject([
      201,
      { id: `${place}.consejo-de-anapra`, kind: 'council', sectors: ['school'], locality: place },
    ]);
    const group = GroupView.parse(body);
    expect(group.members[0]).toMatchObject({ post: 'Presidenta', name: expect.any(String) });
    const formalised = await change(group.id, { formalisedOn: '2025-12-01', evidence });
    expect(formalised.body).toMatchObject({ formalisedOn: '2025-12-01', evidence, members });
    const idsOf = async (query: string, who: Call = ana) =>
      (await items(here, `/api/groups?${query}`, who)).map(({ id }) => id);
    expect(await idsOf(`member=${rosa}`)).toEqual([group.id]);
    await change(group.id, { members: [{ stakeholder: beto, post: 'Presidente', since }] });
    expect(await idsOf(`member=${rosa}`)).toEqual([]);
    expect(await idsOf(`member=${beto}`)).toEqual([group.id]);
    expect(await idsOf(`member=${beto}`, luis)).toEqual([]);
    expect(await idsOf(`locality=${place}&kind=council`)).toContain(group.id);
    expect(await idsOf(`locality=${place}&kind=committee`)).toEqual([]);
    const cleared = await change(group.id, { formalisedOn: null });
    expect(cleared.body).not.toHaveProperty('formalisedOn');
    const actions = (await historyOf(here, place)).map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(['group-created', 'group-edited']));
    expect((await audited(here)).findings).toEqual([]);
  });

  it.each([
    {
      wrong: 'a member twice',
      some: () => ({ members: [member(), member()] }),
      path: 'members.1.stakeholder',
    },
    {
      wrong: 'a member with two terms that meet',
      some: () => ({
        members: [member({ until: '2026-01-01' }), member({ since: '2026-01-01', post: 'Vocal' })],
      }),
      path: 'members.1.stakeholder',
    },
    {
      wrong: 'a term that ends before it begins',
      some: () => ({ members: [member({ until: '2025-01-01' })] }),
      path: 'members.0.until',
    },
    { wrong: 'formed tomorrow', some: () => ({ formedOn: '2027-01-01' }), path: 'formedOn' },
    {
      wrong: 'formalised before it was formed',
      some: () => ({ formalisedOn: '2025-01-01' }),
      path: 'formalisedOn',
    },
    {
      wrong: 'somebody unknown',
      some: () => ({ members: [member({ stakeholder: 'nobody' })] }),
      path: 'members.0.stakeholder',
    },
    {
      wrong: 'trained by no group',
      some: () => ({ trainedBy: { group: `${place}.ninguno` } }),
      path: 'trainedBy.group',
    },
    {
      wrong: 'trained by no session',
      some: () => ({ trainedBy: { session: `${place}.999` } }),
      path: 'trainedBy.session',
    },
    { wrong: 'a sector twice', some: () => ({ sectors: ['school', 'school'] }), path: 'sectors' },
  ])('is refused with $wrong', async ({ some, path }) => {
    const { status, paths } = problemOf(await form(some()));
    expect([status, paths]).toEqual([400, [path]]);
  });
  const member = (some: object = {}) => ({ stakeholder: rosa, since, ...some });

  it('may have somebody for a second term after the first', async () => {
    const terms = [
      { stakeholder: rosa, since: '2024-01-01', until: '2024-12-31' },
      { stakeholder: rosa, since: '2025-01-01' },
    ];
    expect((await form({ name: 'Reelegida', members: terms })).status).toBe(201);
  });

  it('of the municipality is formed by administrators alone, and read by all', async () => {
    const own = { locality: undefined, name: 'Mesa municipal' };
    expect((await form(own)).status).toBe(403);
    const { status, body } = await form(own, boss);
    expect([status, body.id]).toEqual([201, 'municipality.mesa-municipal']);
    expect((await here.call('GET', `/api/groups/${body.id}`, undefined, vera)).status).toBe(200);
    expect((await here.call('GET', '/api/groups', undefined, ana)).status).toBe(200);
  });
});

const Cascade = z.object({
  generations: z.array(z.object({ groups: z.array(z.looseObject({ id: z.string() })), people: z.int() })),
  groups: z.int(),
  people: z.int(),
  isWhole: z.boolean(),
});
const cascade = async (id: string, who: Call = boss) =>
  Cascade.parse((await here.call('GET', `/api/groups/${id}/cascade`, undefined, who)).body);

describe('a cascade of replicators', () => {
  it('of three generations counts groups, and everybody once', async () => {
    const people = await Promise.all(
      Array.from({ length: 6 }, async () => (await stakeholderOf(here, place)).id),
    );
    const members = (...which: number[]) => which.map((at) => ({ stakeholder: people[at] ?? '', since }));
    const first = await groupOf(here, place, { kind: 'replicators', members: members(0, 1) });
    const trained = { kind: 'replicators', trainedBy: { group: first.id } };
    const second = await groupOf(here, place, { ...trained, members: members(1, 2, 3) });
    const other = await groupOf(here, place, { ...trained, members: members(4) });
    const third = await groupOf(here, place, {
      kind: 'replicators',
      trainedBy: { group: second.id },
      members: members(0, 5),
    });
    const { generations, ...all } = await cascade(first.id);
    expect(all).toEqual({ groups: 4, people: 6, isWhole: true });
    expect(generations.map(({ groups, people: count }) => [groups.map(({ id }) => id), count])).toEqual([
      [[first.id], 2],
      [[second.id, other.id].sort(), 3],
      [[third.id], 1],
    ]);
    expect((await cascade(third.id)).groups).toBe(1);
  });

  it('never closes in a circle: by itself, by its own trainee, or by a trainee of that', async () => {
    const first = await groupOf(here, place);
    const second = await groupOf(here, place, { trainedBy: { group: first.id } });
    const third = await groupOf(here, place, { trainedBy: { group: second.id } });
    for (const trainer of [first, second, third])
      expect(problemOf(await change(first.id, { trainedBy: { group: trainer.id } })).paths).toEqual([
        'trainedBy.group',
      ]);
    expect((await cascade(first.id)).groups).toBe(3);
  });

  it('nor where two groups of different places are made each other’s trainees at the same moment', async () => {
    const elsewhere = await begin(here);
    const [one, two] = [await groupOf(here, place), await groupOf(here, elsewhere)];
    const trained = (group: typeof one, by: typeof one) =>
      here.call(
        'PATCH',
        `/api/groups/${group.id}`,
        { trainedBy: { group: by.id } },
        seeing(boss, group.version),
      );
    const answers = await Promise.all([trained(one, two), trained(two, one)]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const counts = [await cascade(one.id), await cascade(two.id)].map(({ groups }) => groups);
    expect(counts.toSorted()).toEqual([1, 2]);
  });

  it('begins with a session too, and shows nothing of a place that the caller may not see', async () => {
    const session = await sessionOf(here, place);
    const first = await groupOf(here, place, { trainedBy: { session: session.id } });
    const theirs = (
      await here.call('POST', '/api/localities', { name: 'De Luis', programme: 'convivir-mejor' }, luis)
    ).body;
    await here.settle();
    const hidden = await here.call(
      'POST',
      '/api/groups',
      {
        locality: theirs.id,
        kind: 'replicators',
        name: 'Oculto',
        formedOn: since,
        trainedBy: { group: first.id },
      },
      boss,
    );
    expect(hidden.status).toBe(201);
    expect((await cascade(first.id)).groups).toBe(2);
    expect((await cascade(first.id, ana)).groups).toBe(1);
  });
});

describe('a session of a group', () => {
  it('opens with what the last one decided, and how that stands', async () => {
    const council = await groupOf(here, place, { kind: 'council' });
    const [first, other, next] = [
      await sessionOf(here, place, { group: council.id, on: '2026-01-05' }),
      await sessionOf(here, place, { on: '2026-01-06' }),
      await sessionOf(here, place, { group: council.id, on: '2026-01-12' }),
    ];
    const agreements = [
      { action: 'Podar los árboles', responsible: rosa, dueOn: '2026-02-20' },
      { action: 'Invitar a la escuela' },
    ];
    const hold = (id: string, body: object) =>
      here.call('POST', `/api/sessions/${id}/held`, { attendance: { total: 4 }, ...body }, ana);
    await hold(first.id, { agreements });
    await hold(other.id, { agreements: [{ action: 'De otra reunión' }] });
    const { body } = await here.call('GET', `/api/sessions/${next.id}`, undefined, ana);
    expect(body.previousAgreements).toMatchObject([
      { action: 'Podar los árboles', session: first.id, on: '2026-01-05', status: 'pending' },
      { action: 'Invitar a la escuela' },
    ]);
    expect((await here.call('GET', `/api/sessions/${first.id}`, undefined, ana)).body).toMatchObject({
      previousAgreements: [],
    });
    const idsOf = async (query: string) =>
      (await items(here, `/api/sessions?${query}`, ana)).map(({ id }) => id);
    expect(await idsOf(`group=${council.id}`)).toEqual([next.id, first.id]);
    const moved = await here.call(
      'PATCH',
      `/api/sessions/${next.id}`,
      { group: null },
      seeing(ana, next.version),
    );
    expect(moved.body).not.toHaveProperty('group');
    expect(await idsOf(`group=${council.id}`)).toEqual([first.id]);
  });

  it.each([
    { whose: 'nobody', group: () => `${place}.ninguno` },
    { whose: 'the municipality', group: async () => (await groupOf(here)).id },
    { whose: 'another locality', group: async () => (await groupOf(here, await begin(here))).id },
  ])('is not of a group of $whose', async ({ group }) => {
    const body = { locality: place, kind: 'meeting', on: '2026-01-09', group: await group() };
    expect(problemOf(await here.call('POST', '/api/sessions', body, ana)).paths).toEqual(['group']);
  });
});

describe('a gate', () => {
  it('counts the people at the sessions of an activity, and says how many are planned', async () => {
    const own = await begin(here);
    const trained = async () => {
      const { body } = await here.call('GET', `/api/localities/${own}/gate`, undefined, ana);
      const { criteria } = z
        .object({ criteria: z.array(z.object({ key: z.string(), met: z.boolean(), detail: z.string() })) })
        .parse(body);
      return criteria.find(({ key }) => key === 'people-trained/state-and-local');
    };
    const session = await sessionOf(here, own, {
      kind: 'training',
      on: '2026-01-12',
      activity: 'state-and-local',
    });
    expect(await trained()).toMatchObject({ met: false });
    await here.call('POST', `/api/sessions/${session.id}/held`, { attendance: { total: 18 } }, ana);
    expect(await trained()).toMatchObject({ met: true, detail: expect.stringContaining('18') });
    const other = { locality: own, kind: 'training', on: '2026-01-12', activity: 'ninguna' };
    expect(problemOf(await here.call('POST', '/api/sessions', other, ana)).paths).toEqual(['activity']);
  });
});
