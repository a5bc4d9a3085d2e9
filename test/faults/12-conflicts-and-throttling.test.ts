import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers/promises';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { allStates, definitionOf } from '../support/definitions.ts';
import { itemsOf } from '../support/items.ts';
import { problemOf } from '../support/problems.ts';
import { convivirMejor } from '../support/programmes.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { named, type Trouble, trouble } from '../support/trouble.ts';
import { ana, begin, boss, choose, locality, seeing } from '../support/walk.ts';

/** The pauses between two attempts are shortened here: that they are there, and how many, is what matters. */
beforeAll(() => {
  const { setTimeout: pause } = timers;
  vi.spyOn(timers, 'setTimeout').mockImplementation((milliseconds = 0, value) =>
    pause(Math.min(milliseconds, 2), value),
  );
  // What imports it by its name is told of it, and of its end.
  syncBuiltinESMExports();
});
afterAll(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

const transaction = { operation: 'TransactWriteItems', forGood: true };
const canceled =
  (...codes: string[]) =>
  () =>
    new TransactionCanceledException({
      $metadata: {},
      message: 'canceled',
      CancellationReasons: codes.map((Code) => ({ Code })),
    });
const conflict = canceled('None', 'TransactionConflict');
const throttled = canceled('ThrottlingError', 'None');

/** An edit of a locality while something is wrong; with what stands in the table before and after. */
async function edited(error: () => Error, what: Trouble) {
  const here = await testApp();
  await choose(here, 'at-once', ana, boss);
  const id = await begin(here);
  const { version } = await locality(here, id);
  const stands = async (one: TestApp) => [await one.api.localities.get(id), await itemsOf(one.table, id)];
  const before = await stands(here);
  const wrong = trouble(here.table, error, what);
  const answer = await here.call(
    'PATCH',
    `/api/localities/${id}`,
    { population: 4_200 },
    seeing(ana, version),
  );
  wrong.end();
  return { here, id, answer, before, after: await stands(here), met: wrong.met() };
}

describe('12: TransactionConflict and throttling', () => {
  it.each([
    ['another transaction', conflict],
    ['throttling of an item', throttled],
    ['throttling of the table', named('ThrottlingException')],
    ['both at once', canceled('TransactionConflict', 'ThrottlingError')],
  ])('is waited out when it passes: %s', async (_, error) => {
    const { answer, here, id, met } = await edited(error, { ...transaction, times: 3 });
    expect([answer.status, met]).toEqual([200, 3]);
    expect(await itemsOf(here.table, id, 'HISTORY#')).toHaveLength(5);
  });

  it('another transaction that stays in the way is a 409 in the end, and nothing is written', async () => {
    const { answer, before, after } = await edited(conflict, transaction);
    expect(problemOf(answer)).toMatchObject({ status: 409, code: 'changed-meanwhile' });
    expect(after).toEqual(before);
  });

  it('throttling that stays is a 503 in the end that says when to come again, and nothing is written', async () => {
    const { answer, before, after } = await edited(throttled, transaction);
    expect(problemOf(answer)).toMatchObject({ status: 503, code: 'unavailable' });
    expect(answer.headers['retry-after']).toBe('2');
    expect(after).toEqual(before);
  });

  it.each(['ProvisionedThroughputExceededException', 'ThrottlingException', 'RequestLimitExceeded'])(
    'of a read that stays is a 503 too: %s',
    async (name) => {
      const { answer, before, after } = await edited(named(name), { operation: 'GetItem', forGood: true });
      expect(problemOf(answer)).toMatchObject({ status: 503, code: 'unavailable' });
      expect(after).toEqual(before);
    },
  );

  it('of a list is a 503 too', async () => {
    const here = await testApp();
    const wrong = trouble(here.table, named('ThrottlingException'), { operation: 'Query', forGood: true });
    expect(problemOf(await here.call('GET', '/api/portfolio', undefined, boss)).code).toBe('unavailable');
    wrong.end();
  });

  it('an error that does not pass is not repeated, and is ours', async () => {
    const { answer, before, after, met } = await edited(canceled('ValidationError'), transaction);
    expect(problemOf(answer)).toMatchObject({ status: 500, code: 'internal' });
    expect(after).toEqual(before);
    expect(met).toBe(1);
  });

  it('a failed condition beside a conflict is looked at anew, not waited out', async () => {
    const { answer, met } = await edited(canceled('ConditionalCheckFailed', 'TransactionConflict'), {
      ...transaction,
      times: 1,
    });
    expect([answer.status, met]).toEqual([200, 1]);
  });

  it.each(['ProvisionedThroughputExceededException', 'ThrottlingException', 'RequestLimitExceeded'])(
    'makes a step of the workflow fail under a name by which it is retried: %s',
    async (name) => {
      const here = await testApp();
      const id = await begin(here);
      const retried = allStates(definitionOf(convivirMejor)).flatMap(([, { Retry = [] }]) =>
        Retry.flatMap(({ ErrorEquals }) => ErrorEquals),
      );
      const wrong = trouble(here.table, named(name), { operation: 'GetItem', forGood: true });
      const at = { locality: id, generation: 1, stage: 'capacity-building' };
      const failed: unknown = await here.steps
        .open({ ...at, startedAt: here.clock().toISOString() })
        .catch((error: unknown) => error);
      wrong.end();
      expect(retried).toContain(failed instanceof Error ? failed.name : 'done');
    },
  );
});
