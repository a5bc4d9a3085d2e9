import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { withoutMetadata } from '../../functions/files/photo-metadata.ts';
import { type Machine, machine } from '../support/machine.ts';
import { png, secrets } from '../support/photos.ts';

const Token = z.object({ accessToken: z.string() });
const Locality = z.object({
  id: z.string(),
  version: z.number(),
  current: z.array(z.object({ stage: z.string() })),
});
const Announced = z.object({
  fileId: z.string(),
  upload: z.object({ method: z.literal('PUT'), url: z.string(), headers: z.record(z.string(), z.string()) }),
});

let here: Machine;
beforeAll(async () => {
  here = await machine();
});
afterAll(() => here.stop());

it('a photo is sent, attached to an activity and read again, and no address of it is left in a log', async () => {
  const told = await fetch(`${here.url}/local/token`, {
    method: 'POST',
    body: JSON.stringify({ user: 'ana.lopez@juarez.example', role: 'coordinator' }),
  });
  const { accessToken } = Token.parse(await told.json());
  const call = (method: string, path: string, body?: object, headers: Record<string, string> = {}) =>
    fetch(here.url + path, {
      method,
      redirect: 'manual',
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json', ...headers },
      body: body && JSON.stringify(body),
    });
  const place = { name: 'Anapra', programme: 'convivir-mejor' };
  const { id } = Locality.parse(await (await call('POST', '/api/localities', place)).json());

  const photo = Buffer.concat([png(), Buffer.alloc(200_000, 'x')]);
  const file = { name: 'Taller.png', type: 'image/png', size: photo.length, locality: id };
  const announced = await call('POST', '/api/files', file);
  expect(announced.status).toBe(201);
  const { fileId, upload } = Announced.parse(await announced.json());
  const sent = await fetch(upload.url, { method: upload.method, headers: upload.headers, body: photo });
  expect(sent.status).toBe(200);

  const current = async () => Locality.parse(await (await call('GET', `/api/localities/${id}`)).json());
  await expect.poll(async () => (await current()).current.length).toBeGreaterThan(0);
  const { version } = await current();
  const done = await call(
    'PUT',
    `/api/localities/${id}/stages/capacity-building/activities/state-and-local`,
    { status: 'done', evidence: [{ title: 'Taller', fileId }] },
    { 'if-match': `"${version}"` },
  );
  expect([done.status, await done.json()]).toMatchObject([200, { evidence: [{ title: 'Taller', fileId }] }]);

  const moved = await fetch(`${here.url}/local/clock`, {
    method: 'POST',
    body: JSON.stringify({ advance: 'P14D' }),
  });
  expect(moved.status).toBe(200);
  const way = await call('GET', `/api/files/${fileId}`);
  expect(way.status).toBe(302);
  const read = await fetch(way.headers.get('location') ?? '');
  expect(read.headers.get('content-disposition')).toContain('filename="Taller.png"');
  // As it was sent, without what its camera had written beside the picture.
  const bytes = Buffer.from(await read.arrayBuffer());
  expect(bytes.equals(Buffer.from(withoutMetadata('image/png', photo)))).toBe(true);
  for (const secret of secrets) expect(bytes.includes(secret)).toBe(false);
  // As a browser does that follows by itself to its own origin: with the sign-in still in its headers.
  const followed = await fetch(`${here.url}/api/files/${fileId}`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  expect([followed.status, followed.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect(here.logged()).not.toMatch(/X-Amz-Signature|Taller/);
});
