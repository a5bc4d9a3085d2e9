import { deflateRawSync } from 'node:zlib';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it, vi } from 'vitest';
import { imported, items, send } from '../support/files.ts';
import { problemOf } from '../support/problems.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin } from '../support/walk.ts';

const people = (count: number) =>
  `name,sector\n${Array.from({ length: count }, (_, at) => `Persona ${at},school`).join('\n')}\n`;
const promises = (count: number) =>
  `locality,action\n${Array.from({ length: count }, (_, at) => `Anapra,Acción ${at}`).join('\n')}\n`;

async function everybody(here: TestApp): Promise<unknown[]> {
  const names: unknown[] = [];
  for await (const { contact } of here.api.stakeholders.all()) names.push(contact?.name);
  return names;
}

/** Lets so many transactions through, and fails every one after as if the process had been killed. */
function killedAfter(here: TestApp, transactions: number): () => void {
  const { client } = here.table;
  const send = client.send.bind(client);
  let count = 0;
  const failing: typeof client.send = (...request: [never]) => {
    const command: unknown = request[0];
    if (command instanceof TransactWriteCommand) {
      count += 1;
      if (count > transactions) throw new Error('killed');
    }
    return send(...request);
  };
  client.send = failing;
  return () => {
    client.send = send;
  };
}

describe('28: an import larger than one transaction', () => {
  it('is taken in whole, in the order of the file', async () => {
    const here = await testApp();
    expect(await imported(here, 'stakeholders', people(250))).toMatchObject({ accepted: 250, unchanged: 0 });
    expect(await everybody(here)).toEqual(Array.from({ length: 250 }, (_, at) => `Persona ${at}`));
    for await (const _ of here.dispatch.outbox.pending()) expect.unreachable();
  });

  it('changes nothing when it comes again', async () => {
    const here = await testApp();
    await imported(here, 'stakeholders', people(100));
    expect(await imported(here, 'stakeholders', people(100))).toMatchObject({
      accepted: 100,
      unchanged: 100,
    });
    expect(await everybody(here)).toHaveLength(100);
  });

  it.each([0, 1, 2, 4])(
    'is finished by the reconciler when it is killed after %i transactions',
    async (after) => {
      const here = await testApp();
      const revive = killedAfter(here, after);
      expect((await send(here, 'stakeholders', people(250))).status).toBe(500);
      revive();
      // Until it is accepted there is nothing; from then on it is finished.
      await here.reconcile();
      expect(await everybody(here)).toHaveLength(after === 0 ? 0 : 250);
    },
  );

  it.each([1, 3])('is finished, not doubled, when it is sent again after %i transactions', async (after) => {
    const here = await testApp();
    await begin(here);
    const revive = killedAfter(here, after);
    expect((await send(here, 'commitments', promises(400), ana)).status).toBe(500);
    revive();
    expect(await imported(here, 'commitments', promises(400), ana)).toMatchObject({
      accepted: 400,
      unchanged: 400,
    });
    const [locality] = await items(here, '/api/localities');
    const matrix = await here.api.commitments.ofLocality(String(locality?.id));
    expect(matrix.map(({ action }) => action)).toEqual(
      Array.from({ length: 400 }, (_, at) => `Acción ${at}`),
    );
    await here.reconcile();
    expect(await here.api.commitments.ofLocality(String(locality?.id))).toHaveLength(400);
  });

  it('is finished by the relay where the request has no more time', async () => {
    const here = await testApp();
    const { now } = performance;
    let late = 0;
    const watch = vi.spyOn(performance, 'now').mockImplementation(() => {
      late += 1_000;
      return now.call(performance) + late;
    });
    expect(await imported(here, 'stakeholders', people(2_000))).toMatchObject({ accepted: 2_000 });
    watch.mockRestore();
    const written = (await everybody(here)).length;
    expect(written).toBeGreaterThan(0);
    expect(written).toBeLessThan(2_000);
    await here.settle();
    expect(await everybody(here)).toHaveLength(2_000);
  });

  it('that comes twice at once is taken in once', async () => {
    const here = await testApp();
    for (const count of [20, 200]) {
      const both = await Promise.all([1, 2].map(() => imported(here, 'stakeholders', people(count))));
      expect(both).toMatchObject([{ accepted: count }, { accepted: count }]);
      expect(await everybody(here)).toHaveLength(count);
    }
  });

  it('with an Idempotency-Key gets the answer it got', async () => {
    const here = await testApp();
    const keyed = { headers: { 'idempotency-key': 'matrix' } };
    const first = await imported(here, 'stakeholders', people(100), keyed);
    expect(await imported(here, 'stakeholders', people(100), keyed)).toEqual(first);
    expect(await everybody(here)).toHaveLength(100);
    expect(problemOf(await send(here, 'stakeholders', people(99), keyed)).code).toBe('key-reused');
  });

  it('with one bad row among thousands takes in nothing', async () => {
    const here = await testApp();
    const { accepted, rejected } = await imported(here, 'stakeholders', `${people(5_000)},school\n`);
    expect([accepted, rejected.map(({ row, column }) => [row, column])]).toEqual([0, [[5_002, 'name']]]);
    expect(await everybody(here)).toEqual([]);
  });
});

/** A zip file of one entry that says it unpacks to `size` bytes. */
function bomb(size: number): Buffer {
  const name = Buffer.from('xl/worksheets/sheet1.xml');
  const packed = deflateRawSync(Buffer.alloc(1_000_000));
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(size, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, entry, name, end]);
}

describe('28: a file too large is refused, clearly and fast,', () => {
  it.each([
    ['by 10 MB', Buffer.alloc(10 * 1_048_576, 'a,b\n'), 413, 'body-too-large'],
    ['by a million rows', Buffer.from(`name,sector\n${'a,b\n'.repeat(1_000_000)}`), 400, 'invalid-request'],
    [
      'by a million rows of many bytes',
      Buffer.from('Persona,school\n'.repeat(1_000_000)),
      413,
      'body-too-large',
    ],
    ['by what it unpacks to', bomb(4_000_000_000), 400, 'invalid-request'],
    ['by what it unpacks to, though it lies', bomb(1_000), 400, 'invalid-request'],
  ])('%s', async (_, file, status, code) => {
    const here = await testApp();
    expect(problemOf(await send(here, 'stakeholders', file))).toMatchObject({ status, code });
    expect(await everybody(here)).toEqual([]);
  });
});
