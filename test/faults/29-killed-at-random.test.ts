import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { apiClient, Refused } from '../../local/api-client.ts';
import { freePort } from '../../local/free-port.ts';
import { walkthrough } from '../../local/walkthrough.ts';
import { isDigestSubject } from '../journeys/journey.ts';
import { dataFolder, startEtapas } from '../support/etapas-process.ts';

const kills = 20;
const coordinator = { user: 'ana@juarez.example', role: 'coordinator' } as const;
const approver = { user: 'direccion@juarez.example', role: 'administrator' } as const;

const Mailbox = z.array(z.object({ to: z.array(z.string()), subject: z.string() }));
const Detail = z.object({ outbox: z.string(), attempts: z.number() });
const History = z.object({
  items: z.array(
    z.object({
      seq: z.number(),
      action: z.string(),
      detail: z.record(z.string(), z.unknown()),
      hash: z.string(),
      previousHash: z.string(),
    }),
  ),
});
type Steps = ReturnType<typeof walkthrough>;

/** One thing that is to be done next, whatever was done before; answers whether all is done. */
async function next(steps: Steps, id: string): Promise<boolean> {
  const { status, current } = await steps.locality(id);
  if (status === 'completed') return true;
  for (const { gate, track } of current) {
    if (gate === 'in-review') await steps.decide(id, { outcome: 'advance', reason: 'Listo', track });
    else {
      const seen = await steps.gate(id, track);
      await (seen.ready ? steps.review(id, track) : steps.complete(id, seen));
    }
  }
  return false;
}

/** Goes on through refusals (it was done already) and lost connections (nobody is there), but not through bugs. */
async function patiently<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    const expected = error instanceof Refused || error instanceof TypeError;
    if (!expected || (error instanceof Refused && error.status === 400)) throw error;
    await pause(20);
    return undefined;
  }
}

it('29: killed 20 times at random in mid-journey, the journey still ends right, no mail is lost, duplicates are counted', async () => {
  const options = ['--empty', '--port', String(await freePort()), '--data', dataFolder()];
  let etapas = await startEtapas(...options);
  const api = apiClient(etapas.url);
  const steps = walkthrough(api, { coordinator, approver });

  let over = false;
  let killed = 0;
  const power = (async () => {
    while (!over && killed < kills) {
      await pause(Math.random() * 500);
      await etapas.kill();
      killed += 1;
      etapas = await startEtapas(...options);
    }
  })();

  const finished: string[] = [];
  for (let round = 0; killed < kills || round === 0; round += 1) {
    const key = `round-${round}`;
    let id: string | undefined;
    while (!id)
      id = (
        await patiently(() =>
          steps.begin(`Colonia ${round}`, round % 2 ? 'red-conectate' : 'convivir-mejor', {}, key),
        )
      )?.id;
    const locality = id;
    for (let waited = Date.now(); !(await patiently(() => next(steps, locality))); ) {
      // Nothing may depend on the hourly reconciler but what was under way at the very moment of a kill.
      if (Date.now() - waited > 5_000) {
        await patiently(() => api.local(z.unknown(), 'POST', '/local/clock', { advance: 'PT2H' }));
        waited = Date.now();
      }
    }
    finished.push(locality);
  }
  over = true;
  await power;

  // Leases of mails that were under way at a kill run out, and the reconciler takes them up.
  await api.local(z.unknown(), 'POST', '/local/clock', { advance: 'PT3H' });
  await api.local(z.unknown(), 'POST', '/local/clock', { advance: 'PT3H' });

  // Digests to staff are told of by no history.
  const mailbox = await api.local(Mailbox, 'GET', '/local/mailbox');
  const subjects = mailbox.filter(({ subject }) => !isDigestSubject(subject)).length;
  let sent = 0;
  let repeated = 0;
  for (const id of finished) {
    const { items } = await api.as(approver)(History, 'GET', `/api/localities/${id}/history`);
    expect(items.map(({ seq }) => seq)).toEqual(items.map((_, at) => at + 1));
    for (const [at, entry] of items.entries()) expect(entry.previousHash).toBe(items[at - 1]?.hash ?? '');
    const mails = items
      .filter(({ action }) => action === 'mail-sent')
      .map(({ detail }) => Detail.parse(detail));
    expect(new Set(mails.map(({ outbox }) => outbox)).size).toBe(mails.length);
    const told = items.filter(({ action }) => ['review-requested', 'gate-decided'].includes(action));
    // The approver of each review, and who asked for it of each decision.
    expect(mails).toHaveLength(told.length);
    expect(
      told.filter(({ action, detail }) => action === 'gate-decided' && detail.outcome !== 'advance'),
    ).toEqual([]);
    sent += mails.length;
    repeated += mails.reduce((sum, { attempts }) => sum + attempts - 1, 0);
  }
  expect(subjects).toBeGreaterThanOrEqual(sent);
  expect(subjects - sent).toBeLessThanOrEqual(repeated);
  expect(killed).toBe(kills);
  expect(await etapas.stop()).toBe(0);
}, 600_000);
