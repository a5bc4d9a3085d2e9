import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { MailKind } from '../../domain/mail.ts';
import { mailLogStore } from '../../store/mail-log.ts';
import { fulfilled, person, promise, promised, swept } from '../support/reminders.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { begin, complete, decide, locality, review } from '../support/walk.ts';
import { type Consumption, consumption } from './consumption.ts';
import { type Billed, type Calls, costOf, floorOf, together } from './cost.ts';
import type { Group, Row } from './group.ts';
import type { MailPlan } from './prices.ts';
import { timed } from './timing.ts';
import { tellOfEach } from './told.ts';

/** The work of one locality's lifecycle over three years. */
interface Years extends Billed {
  /** Sweeps with nothing due and reconciler runs serve all localities of a municipality: not counted in. */
  idleSweeps: number;
  /** The most mails that one person had on one day, beside those about what they have to act on at once. */
  mailsADay: number;
}

const [people, promises] = [10, 40];
/** Days at each of the six stages: three years, the longest of them beyond what one execution may wait. */
const days = [60, 90, 120, 60, 420, 345];
/** How often storage is measured, and how much of a month (a twelfth of a year) that is. */
const measuredEvery = 30;
const months = measuredEvery / (365.25 / 12);
const ofDecisions = new Set<MailKind>(['review-requested', 'gate-decided', 'override-used']);

/** Whether a person's promises all fall due on one day, so that a digest holds several, or each on a day of its own. */
type Spread = 'together' | 'apart';

/** Counts calls of functions, and how long they take in process. */
async function called<T>(calls: Calls, work: () => Promise<T>): Promise<T> {
  const { took, result } = await timed(work);
  calls.count += 1;
  calls.milliseconds += took;
  return result;
}

/** Looks at something without its being counted: looking is the bench's, not the product's. */
async function uncounted<T>(units: Consumption, look: () => Promise<T>): Promise<T> {
  const before = { ...units };
  const seen = await look();
  Object.assign(units, before);
  return seen;
}

/**
 * Six stages of Convivir Mejor with its activities, 40 commitments of 10 people of whom each keeps theirs a few days
 * before or after the date, a sweep every day, two hand-overs. A review is asked for on the day before the decision.
 */
async function measureYears(spread: Spread): Promise<Years> {
  const here = await testApp();
  const units = consumption(here.table);
  const api: Calls = { count: 0, milliseconds: 0 };
  const others: Calls = { count: 0, milliseconds: 0 };
  let [byteMonths, idleSweeps, mailsADay, passed, events] = [0, 0, 0, 0, 0];
  const counting: TestApp = { ...here, call: (...asked) => called(api, () => here.call(...asked)) };

  tellOfEach(here, async (event) => {
    events += 1;
    await called(others, event);
  });

  /** What is queued is done. */
  async function settle(): Promise<void> {
    const before = { mails: here.mails.length, told: others.milliseconds };
    const { took } = await timed(here.settle);
    // Where nothing is queued there is no call of a function; what is told meanwhile has been counted.
    if (here.mails.length > before.mails) others.milliseconds += took - (others.milliseconds - before.told);
  }

  /** A day goes by: what is due is sent, and kept by some. */
  async function day(open: string[]): Promise<string[]> {
    here.pass(1);
    passed += 1;
    const before = { ...units };
    const { took, result } = await timed(() => swept(here));
    if (result.digests + result.escalated + result.staffDigests === 0) {
      idleSweeps += 1;
      Object.assign(units, before);
    } else {
      others.count += 1;
      others.milliseconds += took;
    }
    await settle();
    const left: string[] = [];
    for (const id of open)
      if (await uncounted(units, () => isKept(here, id))) await called(others, () => fulfilled(here, id));
      else left.push(id);
    await uncounted(units, async () => {
      mailsADay = Math.max(mailsADay, await mostMails(here));
      if (passed % measuredEvery === 0) byteMonths += (await stored(here)) * months;
    });
    return left;
  }

  for (let at = 0; at < people; at += 1) await called(api, () => person(here, `persona-${at}`));
  const id = await begin(counting);
  let open: string[] = [];
  for (const [stage, length] of days.entries()) {
    if (stage === 3)
      for (let at = 0; at < promises; at += 1) {
        const dueIn = 30 + 3 * (spread === 'together' ? at % people : at);
        const dueOn = new Date(here.clock().getTime() + dueIn * 86_400_000).toISOString().slice(0, 10);
        open.push(await called(api, () => promise(here, id, `persona-${at % people}`, dueOn)));
      }
    for (let at = 1; at < length; at += 1) open = await day(open);
    await complete(counting, id);
    await review(counting, id);
    await settle();
    open = await day(open);
    await decide(counting, id, {});
    await settle();
  }
  if ((await locality(here, id)).status !== 'completed')
    throw new Error('the lifecycle did not come to its end');
  const steps = here.engine.names().flatMap((name) => here.engine.states(name));
  const mails = here.mails.length;
  // Beside those counted above: a call of the relay for each mail, and the steps of the workflow that are functions.
  others.count += mails + steps.filter((name) => !/decided|Resume|completed/.test(name)).length;
  return {
    ...units,
    transitions: steps.length,
    mails,
    events,
    calls: { api, others },
    // The pages of links are asked for by the gateway too.
    requests: api.count + promises,
    byteMonths,
    idleSweeps,
    mailsADay,
  };
}

/** Each keeps what they promised once reminded of it: two in three on the day, the third after it was missed. */
async function isKept(here: TestApp, id: string): Promise<boolean> {
  const today = here.clock().toISOString().slice(0, 10);
  const { dueOn = '', remindedOn = '', number } = await promised(here, id);
  return number % 3 === 0 ? remindedOn > dueOn : remindedOn >= dueOn && dueOn <= today;
}

/** The most mails of this day to one person, beside those of decisions. */
async function mostMails({ table, clock }: TestApp): Promise<number> {
  const { items } = await mailLogStore(table).page(clock().toISOString().slice(0, 10), undefined, 1_000);
  const byPerson = Map.groupBy(
    items.filter(({ message }) => !ofDecisions.has(message)),
    ({ to }) => to,
  );
  return Math.max(0, ...[...byPerson.values()].map(({ length }) => length));
}

/** Bytes that are in the table now, as it is billed for storage: a hundred more for each item, until it expires. */
async function stored({ table, clock }: TestApp): Promise<number> {
  const now = clock().getTime() / 1_000;
  let bytes = 0;
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const page = await table.client.send(new ScanCommand({ TableName: table.name, ExclusiveStartKey }));
    for (const item of page.Items ?? [])
      if (!item.expiresAt || Number(item.expiresAt) > now)
        bytes += Buffer.byteLength(JSON.stringify(item)) + 100;
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return bytes;
}

const spreads: Record<Spread, string> = { together: 'due on one day', apart: 'due a month apart' };
const plans: Record<MailPlan, string> = {
  featureByFeature: 'mail by feature',
  essentials: 'mail by the plan of new accounts',
};

function rowsOf(spread: Spread, work: Years): Row[] {
  const charges = costOf(work, 'featureByFeature');
  const all = together(charges);
  const name = (what: string) => `${spreads[spread]}: ${what}`;
  return [
    ...Object.entries(charges).map(([what, charge]) => ({
      name: name(what),
      counted: charge.dollars,
      unit: '$',
      baseline: all,
      of: 'all',
      beside: { count: charge.count },
    })),
    ...(['featureByFeature', 'essentials'] as const).flatMap((plan): Row[] => {
      const charged = costOf(work, plan);
      return [
        {
          name: name(`together, ${plans[plan]}`),
          counted: together(charged),
          unit: '$',
          baseline: charged.mails.dollars + charged['byte-months, with backup'].dollars,
          of: 'mails and storage',
          wanted: { atMost: 1.2 },
        },
        {
          name: name(`together, ${plans[plan]}, against the floor`),
          counted: together(charged),
          unit: '$',
          baseline: floorOf(plan),
          of: "the design's counts",
        },
      ];
    }),
    {
      name: name('most mails a person and day, beside decisions'),
      counted: work.mailsADay,
      unit: '',
      wanted: { atMost: 1 },
    },
  ];
}

export const years: Group = {
  what: 'Three years of a locality: six stages, 16 activities, 40 commitments of 10 people. Left out: logs, sweeps that find nothing and the hourly reconciler, which serve all localities, and reading pages',
  async measure() {
    const rows: Row[] = [];
    for (const spread of ['together', 'apart'] as const)
      rows.push(...rowsOf(spread, await measureYears(spread)));
    return rows;
  },
};
