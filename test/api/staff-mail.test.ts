import { describe, expect, it } from 'vitest';
import { daysBetween } from '../../domain/calendar.ts';
import { listOf } from '../../functions/api/representations.ts';
import { LoggedMail } from '../../store/mail-log.ts';
import { newsOf } from '../../store/staff-news.ts';
import { flat, readable, undecorated } from '../emails/mails.ts';
import { bounced, mailEvent, person, promise, sweptAndSent, told } from '../support/reminders.ts';
import { staffDigestsTo, subjectsTo } from '../support/staff-mail.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import {
  ana,
  begin,
  boss,
  complete,
  decide,
  luis,
  pass,
  registrar,
  review,
  seeing,
} from '../support/walk.ts';

/** A Monday. */
const start = '2026-01-12T15:00:00Z';
const other = { user: 'subdireccion@juarez.example', role: 'administrator' } as const;

/** The mails that come of some work. */
async function mailsOf(here: TestApp, work: () => Promise<unknown>) {
  const before = here.mails.length;
  await work();
  await here.settle();
  return here.mails.slice(before);
}
const toldTo = (mails: TestApp['mails']) => mails.map(({ to, subject }) => [to, subject.split(' · ')[0]]);
const choice = (here: TestApp, who: typeof ana, mails: string, version = 0) =>
  here.call('PUT', '/api/me', { mails }, seeing(who, version));
const digestFor = async (here: TestApp, who: typeof ana) => {
  const mails = await mailsOf(here, () => sweptAndSent(here));
  return staffDigestsTo(mails, who.user)[0];
};

describe('mail to staff, at once', () => {
  it('goes only to who must act: who decides a review, and who asked for the one that was decided', async () => {
    const here = await testApp({ approvers: [boss.user ?? '', other.user] }, start);
    expect(await mailsOf(here, () => begin(here))).toEqual([]);
    const id = await begin(here);
    await complete(here, id);
    const asked = await mailsOf(here, () => review(here, id));
    expect(toldTo(asked)).toEqual([
      [boss.user, expect.stringMatching(/^Se pidió revisar/)],
      [other.user, expect.stringMatching(/^Se pidió revisar/)],
    ]);
    // Decided and opened is one mail, and none is of what one did oneself.
    const decided = await mailsOf(here, () => decide(here, id, {}));
    expect(toldTo(decided)).toEqual([[ana.user, expect.stringMatching(/^La localidad avanza a la etapa/)]]);
  });

  it('tells of an exception who approves, but neither who took it nor who asked for it', async () => {
    const here = await testApp({ approvers: [boss.user ?? '', other.user] }, start);
    const id = await begin(here, 'red-conectate');
    const override = { reason: 'Lluvia', expiresOn: '2027-01-31' };
    const path = `/api/localities/${id}/gate/reviews`;
    const asked = await mailsOf(here, () => here.call('POST', path, { override }, boss));
    expect(toldTo(asked).map(([to]) => to)).toEqual([ana.user, other.user]);
    const decided = await mailsOf(here, () => decide(here, id, {}, ana));
    expect(toldTo(decided)).toEqual([
      [boss.user, expect.stringMatching(/^La localidad avanza/)],
      [other.user, expect.stringMatching(/^Se aprobó con excepción/)],
    ]);
  });

  it('tells who asked that the review was ended by a hold, also where they coordinate nothing there', async () => {
    const here = await testApp({}, start);
    const id = await begin(here);
    await complete(here, id);
    await here.call('POST', `/api/localities/${id}/gate/reviews`, {}, registrar);
    await here.settle();
    const held = await mailsOf(here, () => decide(here, id, { outcome: 'hold' }));
    expect(toldTo(held).map(([to]) => to)).toEqual([registrar.user]);
  });

  it('tells who asked, and nobody else, that a review is void because somebody changed what it was of', async () => {
    const here = await testApp({}, start);
    const id = await begin(here);
    await complete(here, id);
    await review(here, id);
    await here.settle();
    const gate = await here.call('GET', `/api/localities/${id}/gate`, undefined, boss);
    const path = `/api/localities/${id}/stages/${String(gate.body.stage)}/activities`;
    const { body } = await here.call('GET', `/api/localities/${id}/stages`, undefined, boss);
    const [activity] =
      JSON.stringify(body)
        .match(/(?<="key":")[^"]+/g)
        ?.filter((key) => key !== 'x') ?? [];
    expect(activity).toBeDefined();
    const version = Number(gate.body.version);
    const changed = await mailsOf(here, () =>
      here.call('PUT', `${path}/${activity}`, { status: 'open' }, seeing(boss, version)),
    );
    expect(toldTo(changed)).toEqual([[ana.user, expect.stringMatching(/^Quedó sin efecto/)]]);
  });
});

describe('what a member of staff chooses', () => {
  it('is kept with their language; either may be chosen alone', async () => {
    const here = await testApp({}, start);
    const me = async () => (await here.call('GET', '/api/me', undefined, ana)).body;
    expect(await me()).toMatchObject({ language: 'es', mails: 'daily', version: 0 });
    await here.call('PUT', '/api/me', { language: 'en' }, seeing(ana, 0));
    expect(await me()).toMatchObject({ language: 'en', mails: 'daily', version: 1 });
    expect((await choice(here, ana, 'weekly', 1)).body).toEqual({
      language: 'en',
      mails: 'weekly',
      version: 2,
    });
    expect(await me()).toMatchObject({ language: 'en', mails: 'weekly', version: 2 });
    for (const body of [{}, { mails: 'hourly' }, { mails: 'daily', other: 1 }])
      expect(await here.call('PUT', '/api/me', body, seeing(ana, 2))).toMatchObject({ status: 400 });
    expect(await choice(here, ana, 'none', 1)).toMatchObject({ status: 412 });
  });

  it('at once: each thing as it happens, and a digest that does not repeat it', async () => {
    const here = await testApp({}, start);
    await choice(here, ana, 'at-once');
    const opened = await mailsOf(here, () => begin(here));
    expect(toldTo(opened)).toEqual([[ana.user, expect.stringMatching(/^Se abrió/)]]);
    here.pass(1);
    expect(await digestFor(here, ana)).toBeUndefined();
  });

  it('none: nothing at all, not even a review to decide', async () => {
    const here = await testApp({}, start);
    for (const who of [ana, boss]) await choice(here, who, 'none');
    const id = await begin(here);
    await pass(here, id);
    here.pass(60);
    await sweptAndSent(here);
    expect(here.mails).toEqual([]);
  });

  it('weekly: one digest, on the first working day of the week', async () => {
    const here = await testApp({}, '2026-01-29T15:00:00Z');
    await choice(here, ana, 'weekly');
    await begin(here);
    const days: string[] = [];
    for (let day = 0; day < 12; day += 1) {
      if (await digestFor(here, ana)) days.push(here.clock().toISOString().slice(0, 10));
      await begin(here, 'convivir-mejor', `Colonia ${day}`);
      here.pass(1);
    }
    // The second of February is a holiday; what was chosen in mid-week begins at once.
    expect(days).toEqual(['2026-01-29', '2026-02-03', '2026-02-09']);
  });
});

describe('the digest of a day to staff', () => {
  it('tells once what happened, not to who did it, and is not sent where there is nothing to say', async () => {
    const here = await testApp({}, start);
    expect(await digestFor(here, boss)).toBeUndefined();
    const id = await begin(here);
    await pass(here, id);
    const toBoss = await digestFor(here, boss);
    expect(toBoss?.text).toContain('Se abrió');
    expect(toBoss?.text).not.toContain('avanza');
    const toAna = staffDigestsTo(here.mails, ana.user)[0];
    expect(toAna?.text).toContain('Se abrió');
    for (let again = 0; again < 3; again += 1) await sweptAndSent(here);
    expect(staffDigestsTo(here.mails, ana.user)).toHaveLength(1);
    here.pass(1);
    expect(await digestFor(here, ana)).toBeUndefined();
  });

  it('has reviews that wait, late stages, tasks and commitments of their localities, each with its place', async () => {
    const here = await testApp({}, start);
    const [late, waiting] = [await begin(here), await begin(here, 'convivir-mejor', 'Riberas')];
    const elsewhere = await here.call(
      'POST',
      '/api/localities',
      { name: 'Galeana', programme: 'convivir-mejor' },
      luis,
    );
    await complete(here, waiting);
    await review(here, waiting);
    await person(here, 'rosa');
    here.pass(140);
    await promise(here, late, 'rosa', '2026-05-29', { action: 'Barrer la plaza' });
    await promise(here, late, 'rosa', '2026-06-05', { action: 'Pintar el kiosco' });
    await promise(here, late, 'rosa', '2026-08-05', { action: 'Podar los árboles' });
    await promise(here, String(elsewhere.body.id), 'rosa', '2026-06-05', { action: 'Otra cosa' });
    const digest = await digestFor(here, ana);
    const app = 'https://etapas.juarez.example';
    const text = flat(digest?.text ?? '');
    expect(digest?.subject).toBe('2 etapas atrasadas · 2 compromisos · 2 novedades');
    expect(text).toContain('Barrer la plaza — 29 de mayo de 2026 (venció hace 3 días)');
    expect(text).toContain('Pintar el kiosco — 5 de junio de 2026 (faltan 4 días)');
    expect(text).not.toMatch(/Podar|Otra cosa|Galeana/);
    expect(text).toContain(`Ver los compromisos: ${app}/localities/${late}/matrix`);
    expect(text).toContain(`${app}/localities/${late}/stages/capacity-building`);
    expect(readable(digest?.html ?? '')).toBe(undecorated(digest?.text ?? ''));
    // Who asked for a review is not told that it waits; who decides it is, with the way to it.
    const toBoss = staffDigestsTo(here.mails, boss.user)[0];
    expect(toBoss?.subject).toContain('1 revisión por decidir');
    expect(flat(toBoss?.text ?? '')).toContain(
      `Ver las revisiones: ${app}/localities/${waiting}/stages/capacity-building`,
    );
  });

  it('says again what stands as it stood once a week, and at once what is new: a date that comes, another task', async () => {
    const here = await testApp({}, start);
    const id = await begin(here);
    await sweptAndSent(here);
    await person(here, 'rosa', { email: undefined });
    const days: [string, string][] = [];
    const dayOf = () => here.clock().toISOString().slice(0, 10);
    for (let day = 0; day < 10; day += 1) {
      here.pass(1);
      if (dayOf() === '2026-01-13') await promise(here, id, 'rosa', '2026-01-20');
      const digest = await digestFor(here, ana);
      if (digest) days.push([dayOf(), digest.subject]);
    }
    expect(days).toEqual([
      // A week before the day; who has no address is to be told in person.
      ['2026-01-13', '1 compromiso · 1 tarea'],
      // A Monday, and a rung of the ladder.
      ['2026-01-19', '1 compromiso · 1 tarea'],
      // On the day, and when it is over.
      ['2026-01-20', '1 compromiso · 1 tarea'],
      ['2026-01-21', '1 compromiso · 1 tarea'],
    ]);
  });

  it('has what is late also on the day on which whoever promised it is reminded', async () => {
    const here = await testApp({}, start);
    const id = await begin(here);
    await sweptAndSent(here);
    await person(here, 'rosa');
    await promise(here, id, 'rosa', '2026-01-12', { action: 'Barrer la plaza' });
    here.pass(7);
    // Seven days after it was due is a rung of the ladder, and the next is seven days off.
    const digest = await digestFor(here, ana);
    expect(here.mails.filter(({ to }) => to.startsWith('rosa@')).length).toBeGreaterThan(0);
    expect(flat(digest?.text ?? '')).toContain('Barrer la plaza — 12 de enero de 2026 (venció hace 7 días)');
  });

  it('says nothing of a locality on hold but that it was put on hold', async () => {
    const here = await testApp({}, start);
    const id = await begin(here);
    await person(here, 'rosa', { email: undefined });
    await promise(here, id, 'rosa', '2026-01-13');
    here.pass(60);
    expect((await digestFor(here, ana))?.subject).toBe(
      '1 etapa atrasada · 1 compromiso · 1 tarea · 1 novedad',
    );
    await decide(here, id, { outcome: 'hold' });
    await here.settle();
    here.pass(14);
    const digest = await digestFor(here, ana);
    expect(digest?.subject).toBe('1 novedad');
    expect(digest?.text).toContain('La localidad queda en pausa');
  });

  it('is not sent on a day off', async () => {
    const here = await testApp(
      { reminders: { ...(await testApp()).municipality.reminders, workingDaysOnly: false } },
      '2026-01-31T15:00:00Z',
    );
    await begin(here);
    const days: string[] = [];
    for (let day = 0; day < 4; day += 1) {
      if (await digestFor(here, ana)) days.push(here.clock().toISOString().slice(0, 10));
      here.pass(1);
    }
    expect(days).toEqual(['2026-02-03']);
  });

  it('that waited beyond its day ends, and the next tells what it would have told', async () => {
    const here = await testApp({ mail: { ...(await testApp()).municipality.mail, dailyCap: 1 } }, start);
    await begin(here);
    await sweptAndSent(here);
    // The room of the day went to one of the two.
    expect(here.mails).toHaveLength(1);
    const [first] = subjectsTo(here.mails, ana.user).length > 0 ? [boss.user] : [ana.user];
    here.pass(1);
    await here.reconcile();
    await sweptAndSent(here);
    await here.reconcile();
    expect(here.mails.map(({ to }) => to)).toContain(first);
    expect(here.mails).toHaveLength(2);
    expect(here.mails[1]?.text).toContain('Se abrió');
  });

  it('is a line of the log, and what SES tells of it finds it', async () => {
    const here = await testApp({}, start);
    const { send } = here.mailer;
    let tag = '';
    here.mailer.send = async (to, email, its) => {
      if (to !== ana.user) return send(to, email, its);
      tag = its;
      return { outcome: 'unknown', error: 'TimeoutError' };
    };
    await begin(here);
    await sweptAndSent(here);
    const state = await here.call('GET', '/api/mail', undefined, boss);
    expect(state.body.waiting).toEqual([
      expect.objectContaining({ kind: 'staff-digest', staff: ana.user, state: 'held' }),
    ]);
    const logged = async () =>
      listOf(LoggedMail)
        .parse((await here.call('GET', '/api/mails', undefined, boss)).body)
        .items.sort((a, b) => a.to.localeCompare(b.to));
    const toBoss = { to: boss.user, message: 'staff-digest', state: 'sent' };
    expect(await logged()).toEqual([expect.objectContaining(toBoss)]);
    // The characters that SES allows in tags.
    expect(tag).toMatch(/^[\w-]{1,256}$/);
    await told(here, mailEvent('Send', tag));
    expect(await logged()).toMatchObject([{ ...toBoss, to: ana.user }, toBoss]);
    expect(await newsOf(here.table, ana.user ?? '', 10)).toEqual([]);
    await told(here, bounced(tag, ana.user ?? ''));
    expect(await logged()).toMatchObject([{ to: ana.user, state: 'bounced' }, toBoss]);
  });
});

describe('what stays late', () => {
  it('climbs by the ladder of the municipality: coordinator, approvers, administrators', async () => {
    const head = 'presidencia@juarez.example';
    const here = await testApp(
      { administrators: [head], escalation: { approversAfter: 2, administratorAfter: 4 } },
      start,
    );
    const id = await begin(here);
    const { body } = await here.call('GET', `/api/localities/${id}`, undefined, boss);
    const [{ targetOn = '' } = {}] = (body.current as { targetOn?: string }[]) ?? [];
    const late: Record<string, [number, string][]> = {};
    await sweptAndSent(here);
    while (here.clock().toISOString().slice(0, 10) < targetOn) here.pass(1);
    for (let day = 0; day < 9; day += 1) {
      here.pass(1);
      const mails = await mailsOf(here, () => sweptAndSent(here));
      const days = daysBetween(targetOn, here.clock().toISOString().slice(0, 10));
      for (const { to, subject } of mails) late[to] = [...(late[to] ?? []), [days, subject]];
    }
    // It was to end on a Tuesday; what stands as it stood is said again on the Monday.
    expect(late).toEqual({
      [String(ana.user)]: [
        [1, '1 etapa atrasada'],
        [6, '1 etapa atrasada'],
      ],
      [String(boss.user)]: [
        [2, '1 sin atender'],
        [6, '1 sin atender'],
      ],
      [head]: [[6, '1 sin atender']],
    });
    const climbed = staffDigestsTo(here.mails, head)[0];
    expect(flat(climbed?.text ?? '')).toContain(`(coordina ${ana.user})`);
    expect(readable(climbed?.html ?? '')).toBe(undecorated(climbed?.text ?? ''));
  });
});
