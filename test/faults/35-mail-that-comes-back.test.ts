import { describe, expect, it } from 'vitest';
import { stakeholderStore } from '../../store/stakeholders.ts';
import { digests, mailEvent, person, promise, sweptAndSent, tasks, told } from '../support/reminders.ts';
import { type Call, type TestApp, testApp } from '../support/test-app.ts';
import { begin } from '../support/walk.ts';

const ours = 'rosa@ejemplo.example';
const elsewhere = 'alumnos@otra-parte.example';
const boss: Call = { user: 'direccion@juarez.example', role: 'administrator' };
const rosa = ({ table }: TestApp) => stakeholderStore(table).get('rosa');

/** An event as SES publishes it, which names to whom the mail was sent. */
function event(kind: 'Bounce' | 'Complaint', tag: string, more: object, destination = ours) {
  const { mail, ...rest } = mailEvent(kind, tag, more);
  return { ...rest, mail: { ...mail, destination: [destination] } };
}
const bounce = (tag: string, bounceType: string, destination = ours, named = destination) =>
  event('Bounce', tag, { bounce: { bounceType, bouncedRecipients: [{ emailAddress: named }] } }, destination);

/** Writes to Rosa on the next day on which mail goes out, and answers the tag of that mail. */
async function writeToRosa(here: TestApp, place: string): Promise<string> {
  const tomorrow = new Date(here.clock().getTime() + 86_400_000).toISOString().slice(0, 10);
  await promise(here, place, 'rosa', tomorrow);
  const before = digests(here).length;
  for (let day = 0; digests(here).length === before; day += 1) {
    if (day === 7) throw new Error('nothing was sent');
    await sweptAndSent(here);
    if (digests(here).length === before) here.pass(1);
  }
  const tag = digests(here).at(-1)?.outbox ?? '';
  here.pass(1);
  return tag;
}

async function written() {
  const here = await testApp();
  const place = await begin(here);
  await person(here, 'rosa', { localities: [place] });
  return { here, place, tag: await writeToRosa(here, place) };
}

describe('35: what comes back from another address than ours', () => {
  it.each([
    [
      'a bounce that names where it was forwarded to',
      (tag: string) => bounce(tag, 'Permanent', ours, elsewhere),
      'bounced',
    ],
    [
      'one to our address in other letter case',
      (tag: string) => bounce(tag, 'Permanent', 'ROSA@Ejemplo.example', elsewhere),
      'bounced',
    ],
    [
      'one that names nobody',
      (tag: string) => event('Bounce', tag, { bounce: { bounceType: 'Permanent', bouncedRecipients: [] } }),
      'bounced',
    ],
    [
      'a complaint that names another',
      (tag: string) =>
        event('Complaint', tag, { complaint: { complainedRecipients: [{ emailAddress: elsewhere }] } }),
      'complained',
    ],
  ])('%s stops ours, with its task', async (_, of, kind) => {
    const { here, place, tag } = await written();
    for (let time = 0; time < 2; time += 1) await told(here, of(tag));
    expect((await rosa(here)).suppressed).toBeDefined();
    expect(await tasks(here)).toEqual([[kind, 'rosa', place]]);
    await promise(here, place, 'rosa', '2026-01-14');
    expect(await sweptAndSent(here)).toMatchObject({ digests: 0 });
  });

  it('an address they had before is known not to work, and the new one is written to', async () => {
    const { here, place, tag } = await written();
    const move = async (email: string) => {
      const { body } = await here.call('GET', '/api/stakeholders/rosa', undefined, boss);
      const headers = { 'if-match': `"${body.version}"` };
      return (await here.call('PATCH', '/api/stakeholders/rosa', { email }, { ...boss, headers })).body;
    };
    await move('nueva@ejemplo.example');
    await told(here, bounce(tag, 'Permanent', ours, elsewhere));
    expect(await tasks(here)).toEqual([]);
    await writeToRosa(here, place);
    expect(digests(here).at(-1)?.to).toBe('nueva@ejemplo.example');
    expect(await move(ours)).toMatchObject({ suppressed: { reason: 'bounce' } });
  });
});

describe('35: mails that come back for a reason that may pass', () => {
  it.each([
    ['Transient', ['Transient']],
    ['Undetermined', ['Undetermined']],
    ['now this, now that', ['Transient', 'Undetermined']],
  ])('six in a row stop it, with one task: %s', async (_, types) => {
    const { here, place, tag } = await written();
    let last = tag;
    for (let mail = 1; mail <= 6; mail += 1) {
      expect((await rosa(here)).suppressed).toBeUndefined();
      expect(await tasks(here)).toEqual([]);
      // Told three times, it came back once.
      for (let time = 0; time < 3; time += 1)
        await told(here, bounce(last, types[mail % types.length] ?? 'Transient', ours, elsewhere));
      if (mail < 6) last = await writeToRosa(here, place);
    }
    expect(await rosa(here)).toMatchObject({ suppressed: { reason: 'bounce' } });
    expect(await tasks(here)).toEqual([['bounced', 'rosa', place]]);
  });

  it('one that arrives begins the row anew', async () => {
    const { here, place, tag } = await written();
    let last = tag;
    for (let mail = 1; mail <= 8; mail += 1) {
      if (mail !== 5) await told(here, bounce(last, 'Transient'));
      last = await writeToRosa(here, place);
    }
    expect((await rosa(here)).suppressed).toBeUndefined();
    expect(await tasks(here)).toEqual([]);
  });
});

describe('35: the log of mails', () => {
  it.each(['Permanent', 'Transient', 'Undetermined'])(
    'says of one that came back that it did: %s',
    async (type) => {
      const { here, tag } = await written();
      const states = async () => {
        const { body } = await here.call('GET', '/api/mails?on=2026-01-12', undefined, boss);
        return [body.items]
          .flat()
          .flatMap((one) => (one && typeof one === 'object' && 'to' in one && 'state' in one ? [one] : []))
          .filter(({ to }) => to === 'stakeholder:rosa')
          .map(({ state }) => state);
      };
      expect(await states()).toEqual(['sent']);
      await told(here, bounce(tag, type, ours, elsewhere));
      expect(await states()).toEqual(['bounced']);
      const { body } = await here.call('GET', '/api/stakeholders/rosa/export', undefined, boss);
      expect(body.mails).toMatchObject([{ kind: 'digest', state: 'bounced' }]);
    },
  );
});
