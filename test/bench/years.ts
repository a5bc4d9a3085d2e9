import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { fulfilled, person, promise, promised, swept } from '../support/reminders.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { begin, complete, decide, locality, review } from '../support/walk.ts';
import { type Consumption, consumption } from './consumption.ts';

/** The work of one locality's lifecycle over three years. */
export interface Years extends Consumption {
  transitions: number;
  mails: number;
  calls: number;
  invocations: number;
  /** What is left in the table at the end. */
  bytes: number;
  /** Sweeps with nothing due and reconciler runs serve all localities of a municipality: not counted in. */
  idleSweeps: number;
}

const [people, promises] = [10, 40];
/** Days at each of the six stages: three years, the longest of them beyond what one execution may wait. */
const days = [60, 90, 120, 60, 420, 345];

/** Whether a person's promises all fall due on one day, so that a digest holds several, or each on a day of its own. */
export type Spread = 'together' | 'apart';

async function promiseAll(here: TestApp, id: string, spread: Spread): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 0; at < promises; at += 1) {
    const dueIn = 30 + 3 * (spread === 'together' ? at % people : at);
    const dueOn = new Date(here.clock().getTime() + dueIn * 86_400_000).toISOString().slice(0, 10);
    ids.push(await promise(here, id, `persona-${at % people}`, dueOn));
  }
  return ids;
}

/**
 * Six stages of Convivir Mejor with its activities, 40 commitments of 10 people of whom each keeps theirs a few days
 * before or after the date, a sweep every day, two hand-overs.
 */
export async function measureYears(spread: Spread): Promise<Years> {
  const here = await testApp();
  const units = consumption(here.table);
  let [calls, sweeps, idleSweeps] = [0, 0, 0];
  const counting: TestApp = {
    ...here,
    call: (...asked) => {
      calls += 1;
      return here.call(...asked);
    },
  };
  for (let at = 0; at < people; at += 1) await person(here, `persona-${at}`);
  calls += people;
  const id = await begin(counting);
  let open: string[] = [];
  for (const [stage, length] of days.entries()) {
    if (stage === 3) {
      open = await promiseAll(here, id, spread);
      calls += promises;
    }
    for (let day = 0; day < length; day += 1) {
      here.pass(1);
      const before = { ...units };
      const { digests, escalated } = await swept(here);
      if (digests + escalated === 0) {
        idleSweeps += 1;
        Object.assign(units, before);
      } else sweeps += 1;
      await here.settle();
      open = await kept(here, units, open);
    }
    await complete(counting, id);
    await review(counting, id);
    await decide(counting, id, {});
    await here.settle();
  }
  calls += promises;
  if ((await locality(here, id)).status !== 'completed')
    throw new Error('the lifecycle did not come to its end');
  const executions = here.engine.names();
  const steps = executions.flatMap((name) => here.engine.states(name));
  const mails = here.mails.length;
  const counted = { ...units };
  return {
    ...counted,
    transitions: steps.length,
    mails,
    calls,
    idleSweeps,
    bytes: await stored(here),
    // Beside each call: steps of the workflow, sweeps that found something, the relay for each mail, and SES's word of it.
    invocations:
      calls + sweeps + 2 * mails + steps.filter((name) => !/decided|Resume|completed/.test(name)).length,
  };
}

/** Each keeps what they promised once reminded of it: two in three on the day, the third after it was missed. */
async function kept(here: TestApp, units: Consumption, open: string[]): Promise<string[]> {
  const today = here.clock().toISOString().slice(0, 10);
  const left: string[] = [];
  for (const id of open) {
    const before = { ...units };
    const { dueOn = '', remindedOn = '', number } = await promised(here, id);
    // Looking is the bench's, not the product's.
    Object.assign(units, before);
    const isKept = number % 3 === 0 ? remindedOn > dueOn : remindedOn >= dueOn && dueOn <= today;
    if (isKept) await fulfilled(here, id);
    else left.push(id);
  }
  return left;
}

/** Bytes that stay in the table, as it is billed for storage: a hundred more for each item. */
async function stored({ table }: TestApp): Promise<number> {
  let bytes = 0;
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const page = await table.client.send(new ScanCommand({ TableName: table.name, ExclusiveStartKey }));
    for (const item of page.Items ?? [])
      if (!item.expiresAt) bytes += Buffer.byteLength(JSON.stringify(item)) + 100;
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return bytes;
}
