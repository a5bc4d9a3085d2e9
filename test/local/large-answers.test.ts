import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { fillMatrix } from '../support/large-matrix.ts';
import { type Machine, machine } from '../support/machine.ts';

const Token = z.object({ accessToken: z.string() });

let here: Machine;
beforeAll(async () => {
  here = await machine();
});
afterAll(() => here.stop());

it('what is too large for the gateway lies in the bucket for a day, and is fetched by whoever was told where', async () => {
  const { url, table } = here;
  const post = (path: string, body: object) =>
    fetch(url + path, { method: 'POST', body: JSON.stringify(body) });
  const told = await post('/local/token', { user: 'direccion@juarez.example', role: 'administrator' });
  const { accessToken } = Token.parse(await told.json());
  const headers = { authorization: `Bearer ${accessToken}` };
  const note = 'Se acordó en asamblea, con quienes viven en la calle. '.repeat(36).trim();
  await fillMatrix(table, 'anapra', 2_700, () => ({ note }));

  const address = `${url}/api/exports/commitments.csv`;
  const way = await fetch(address, { headers, redirect: 'manual' });
  expect([way.status, await way.text()]).toEqual([303, '']);
  const location = way.headers.get('location') ?? '';
  expect(new URL(location).pathname).toMatch(/\/answers\/[0-9a-f]{32}$/);
  const fetched = await fetch(location);
  expect(fetched.headers.get('content-disposition')).toContain('filename="etapas-commitments.csv"');
  expect(fetched.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const rows = (await fetched.text()).match(/,\d+\) Pintar la barda/g);
  expect(rows).toHaveLength(2_700);
  // As a browser does that follows by itself to its own origin: with the sign-in still in its headers.
  const followed = await fetch(address, { headers });
  expect([followed.status, followed.redirected]).toEqual([200, true]);
  expect(Number(followed.headers.get('content-length'))).toBeGreaterThan(5_000_000);

  const objects = () => readdirSync(join(here.folder, 'objects'));
  const before = objects();
  await post('/local/clock', { advance: 'P2D' });
  expect((await fetch(location)).status).toBe(403);
  const again = await fetch(address, { headers });
  expect(again.status).toBe(200);
  // Those of two days ago are gone, though nobody looked for them again.
  expect(objects().filter((name) => before.includes(name))).toEqual([]);
  expect(here.logged()).not.toMatch(/X-Amz-Signature|Pintar/);
});
