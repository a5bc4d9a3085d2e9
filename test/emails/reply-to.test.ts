import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { Municipality } from '../../domain/municipality.ts';
import { compose } from '../../functions/events/compose.ts';
import { person, promise, swept } from '../support/reminders.ts';
import { municipality } from '../support/settings.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, choose } from '../support/walk.ts';

/** To whom an answer to the digest of a promise would go, as the mail travels. */
async function answersTo(here: TestApp): Promise<string[]> {
  const composed: Uint8Array[] = [];
  const { send } = here.mailer;
  here.mailer.send = async (to, email, tag) => {
    composed.push(await compose(to, email, here.municipality, here.clock()));
    return send(to, email, tag);
  };
  await choose(here, 'none', ana, boss);
  const id = await begin(here);
  composed.length = 0;
  await person(here, 'rosa');
  await promise(here, id, 'rosa', '2026-01-13');
  await swept(here);
  await here.settle();
  expect(composed).toHaveLength(1);
  const { replyTo } = await simpleParser(Buffer.concat(composed));
  return replyTo?.value.map(({ address }) => address ?? '') ?? [];
}

describe('an answer to a digest', () => {
  it('goes to the coordinators of the locality', async () => {
    expect(await answersTo(await testApp())).toEqual([ana.user]);
  });

  it('goes to whom the settings name instead', async () => {
    const { mail } = municipality();
    const here = await testApp({ mail: { ...mail, replyTo: 'prevencion@juarez.example' } });
    expect(await answersTo(here)).toEqual(['prevencion@juarez.example']);
  });

  it('names somebody by an address', () => {
    const settings = { ...municipality(), mail: { replyTo: 'prevención' } };
    const { error } = Municipality.safeParse(settings);
    expect(error?.issues.map(({ path }) => path)).toEqual([['mail', 'replyTo']]);
  });
});
