import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { SESClient } from '@aws-sdk/client-ses';
import { marshall } from '@aws-sdk/util-dynamodb';
import { dispatchDependencies, dispatcher } from '../../functions/events/dispatch.ts';
import { openLanes } from '../../functions/events/lanes.ts';
import { mailerOn } from '../../functions/events/mailer.ts';
import { relay } from '../../functions/events/relay.ts';
import { momentOf } from '../../functions/runtime/clock.ts';
import { linksOn } from '../../functions/runtime/links.ts';
import { readAssembly } from '../../local/assembly/assembly.ts';
import type { StreamSpec } from '../../local/assembly/specs.ts';
import { synthesize } from '../../local/synthesis.ts';
import { digestItem, outboxStore } from '../../store/outbox.ts';
import type { OutboxKey } from '../../store/outbox-entry.ts';
import { batchRead } from '../../store/read.ts';
import { writeAll } from '../../store/transaction.ts';
import { testCredentials } from '../support/dynamodb-server.ts';
import { municipality as settings } from '../support/settings.ts';
import { freshTable } from '../support/table.ts';
import { fillLocalities, fillMatrix, fillPeople, localityId, personId } from './filled.ts';
import type { Group } from './group.ts';
import { median, timed } from './timing.ts';

/** Milliseconds that the mail server takes for an answer. */
const answerTime = 50;
/** Mails a second that SES grants: to an account that is let out of its sandbox and one that sends much. */
const rates = { first: 14, generous: 2_000 };
const peopleEach = 10;
/** Digests sent one after the other, before and after the others; the time of all follows from theirs. */
const alone = 50;

/** SES in one page: it grants a rate and takes its time for each mail. */
async function mailServer(rate: number) {
  let sent = 0;
  const answer = (action: string, content: string) =>
    `<${action}Response><${action}Result>${content}</${action}Result></${action}Response>`;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const isQuota = Buffer.concat(chunks).includes('Action=GetSendQuota');
    if (!isQuota) await pause(answerTime);
    if (!isQuota) sent += 1;
    response.end(
      isQuota
        ? answer('GetSendQuota', `<MaxSendRate>${rate}</MaxSendRate><Max24HourSend>100000</Max24HourSend>`)
        : answer('SendRawEmail', `<MessageId>ses-${sent}</MessageId>`),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port }: AddressInfo = Object.assign({ port: 0, address: '', family: '' }, server.address());
  return {
    endpoint: `http://127.0.0.1:${port}`,
    sent: () => sent,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Which batches the stream gives the relay: how large they are. */
async function outboxStream(): Promise<StreamSpec> {
  const folder = await synthesize(process.cwd(), 'juarez', () => {});
  const [stream] = readAssembly(folder, 'juarez', 'http://localhost').streams;
  if (!stream) throw new Error('nothing follows the stream of the table');
  return stream;
}

/** A municipality in which everybody has a promise due and a digest of the day queued, and the relay that sends them. */
async function office(count: number, rate: number) {
  const table = await freshTable();
  const municipality = settings({
    mail: { ...settings().mail, dailyCap: 1_000_000 },
  });
  const clock = () => new Date('2026-01-12T19:00:00Z');
  const here = { table, municipality, clock };
  const { now, today } = momentOf(clock(), municipality);
  await fillPeople(here, count);
  const localities = Math.ceil(count / peopleEach);
  await fillLocalities(here, localities);
  for (let place = 0; place < localities; place += 1)
    await fillMatrix(
      here,
      localityId(place),
      Array.from({ length: peopleEach }, (_, at) => ({
        responsible: personId((place * peopleEach + at) % count),
        dueOn: today,
      })),
    );
  const queue = async (from: number, to: number) => {
    for (let at = from; at < to; at += 1)
      await writeAll(table, [
        digestItem(
          table,
          {
            kind: 'digest',
            stakeholder: personId(at),
            on: today,
            commitments: [`${localityId(Math.floor(at / peopleEach))}.${(at % peopleEach) + 1}`],
          },
          now,
        ),
      ]);
    const keys: OutboxKey[] = [];
    for await (const key of outboxStore(table).pending()) keys.push(key);
    return keys;
  };
  const server = await mailServer(rate);
  const client = new SESClient({
    endpoint: server.endpoint,
    region: 'us-east-1',
    credentials: testCredentials,
    maxAttempts: 1,
  });
  const underWay = openLanes();
  const publicUrl = 'https://etapas.juarez.example';
  const dependencies = dispatchDependencies(table, municipality, {
    workflows: {
      start: async () => {},
      answer: async () => {},
      running: async () => new Map(),
      statusOf: async () => undefined,
      stop: async () => {},
    },
    send: mailerOn(client, { municipality, configurationSet: 'etapas', clock, lanes: underWay }),
    links: linksOn({ table, municipality, publicUrl, clock }),
    publicUrl,
    clock,
  });
  const dispatch = dispatcher(dependencies);

  /** Milliseconds until these are sent, by batches as the stream gives them: lanes of it side by side, each in its order. */
  async function relayed(
    keys: OutboxKey[],
    { batchSize, parallelBatches: lanes }: StreamSpec,
  ): Promise<number> {
    const run = relay(dispatch);
    const handle: typeof run = (batch) => underWay.through(() => run(batch));
    const records = (await batchRead(table, keys)).map((item, at) => ({
      dynamodb: { SequenceNumber: String(at), NewImage: marshall(item) },
    }));
    const before = server.sent();
    const lane = async (first: number) => {
      const own = records.filter((_, at) => at % lanes === first);
      for (let at = 0; at < own.length; at += batchSize)
        await handle({ Records: own.slice(at, at + batchSize) });
    };
    const { took } = await timed(() => Promise.all(Array.from({ length: lanes }, (_, at) => lane(at))));
    if (server.sent() - before !== keys.length)
      throw new Error(`${server.sent() - before} of ${keys.length} digests were sent`);
    return took;
  }
  /** Milliseconds of each of these, sent one after the other. */
  async function inTurn(keys: OutboxKey[]): Promise<number[]> {
    const each: number[] = [];
    for (const key of keys) each.push((await timed(() => dispatch.run(key))).took);
    return each;
  }
  const stop = () => {
    client.destroy();
    server.stop();
  };
  return { queue, relayed, inTurn, stop };
}

export const digests: Group = {
  what: `Digests of a day through the relay to a mail server that takes ${answerTime} ms an answer, against the same one after the other`,
  async measure({ sizes: [count = 5_000] = [] }) {
    const stream = await outboxStream();
    const many = await office(count + 2 * alone, rates.generous);
    const held = await office(10 * rates.first, rates.first);
    try {
      const before = await many.inTurn(await many.queue(0, alone));
      const took = await many.relayed(await many.queue(alone, alone + count), stream);
      const after = await many.inTurn(await many.queue(alone + count, 2 * alone + count));
      const one = median([...before, ...after]);
      const slow = await held.relayed(await held.queue(0, 10 * rates.first), stream);
      return [
        {
          name: `${count} digests, SES grants ${rates.generous} a second`,
          counted: took / 1_000,
          unit: 's',
          baseline: (one * count) / 1_000,
          of: `one after the other, from ${2 * alone} of them`,
          wanted: { atMost: 1 / 5 },
        },
        {
          name: 'the same against the answers of the mail server alone',
          counted: took / 1_000,
          unit: 's',
          baseline: (answerTime * count) / 1_000,
          of: `${count} answers of ${answerTime} ms`,
        },
        {
          name: `${10 * rates.first} digests, SES grants ${rates.first} a second`,
          counted: (10 * rates.first * 1_000) / slow,
          unit: 'digests/s',
          baseline: rates.first,
          of: 'granted',
        },
      ];
    } finally {
      many.stop();
      held.stop();
    }
  },
};
