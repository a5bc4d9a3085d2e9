import { beforeAll, describe, expect, it } from 'vitest';
import { FileType, largestEvidence } from '../../domain/file.ts';
import { announced, announcement, attached, pdf, uploaded } from '../support/file-bucket.ts';
import { commitmentOf } from '../support/matrix.ts';
import { type Call, type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, locality, luis, seeing, stages, vera } from '../support/walk.ts';

let here: TestApp;
let place: string;
let other: string;
beforeAll(async () => {
  here = await testApp();
  place = await begin(here);
  other = await begin(here, 'convivir-mejor', 'Riberas');
});

const announce = (some: object, who: Call = ana) =>
  here.call('POST', '/api/files', { ...announcement, locality: place, ...some }, who);
const read = (id: string, who: Call = ana, query = '') =>
  here.call('GET', `/api/files/${id}${query}`, undefined, who);

const activity = 'state-and-local';
/** Records that an activity is done, with this evidence. */
async function record(evidence: object[], own = here, at = place, who = ana) {
  const { version } = await locality(own, at);
  const path = `/api/localities/${at}/stages/capacity-building/activities/${activity}`;
  return own.call('PUT', path, { status: 'done', evidence }, seeing(who, version));
}
const validationErrors = ({ body }: { body: Record<string, unknown> }) => body.errors;

describe('announcing a file', () => {
  it('answers an id that tells nothing, and the request by which the file is then sent', async () => {
    const { status, body } = await announce({});
    expect(status).toBe(201);
    expect(body).toEqual({
      fileId: expect.stringMatching(/^[0-9a-f]{32}$/),
      upload: { method: 'PUT', url: expect.stringContaining('https://'), headers: expect.any(Object) },
    });
  });

  it.each(FileType.options)('takes %s', async (type) => {
    expect((await announce({ type })).status).toBe(201);
  });

  it.each([
    ['a type that is not evidence', { type: 'text/html' }, 'type', /no es un tipo de archivo/],
    ['a picture that may hold scripts', { type: 'image/svg+xml' }, 'type', /no es un tipo de archivo/],
    ['more than 15 MB', { size: largestEvidence + 1 }, 'size', /más de 15 MB/],
    ['an empty file', { size: 0 }, 'size', /vacío/],
    ['a size that is no number', { size: '12' }, 'size', /./],
    ['a name with line breaks', { name: 'a\r\nb.pdf' }, 'name', /saltos de línea/],
    ['no name', { name: ' ' }, 'name', /./],
    ['a field it does not know', { key: '../../etc' }, 'key', /desconocido/],
  ])('refuses %s, by the name of the field', async (_, some, path, message) => {
    const answer = await announce(some);
    expect(answer.status).toBe(400);
    expect(validationErrors(answer)).toEqual([{ path, message: expect.stringMatching(message) }]);
  });

  it('is for those who may change the locality', async () => {
    expect((await announce({}, luis)).status).toBe(404);
    expect((await announce({}, vera)).status).toBe(403);
    expect((await announce({ locality: 'nowhere' })).status).toBe(404);
  });
});

describe('reading a file', () => {
  it('leads whoever may see the locality to an address that is good for minutes', async () => {
    const id = await attached(here, place);
    for (const who of [ana, boss, vera]) {
      const { status, headers } = await read(id, who);
      expect(status).toBe(302);
      expect(headers).toMatchObject({
        location: expect.stringContaining(id),
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
      });
    }
  });

  it('tells the address instead, where that is asked for', async () => {
    const id = await uploaded(here, { locality: place });
    const { status, body } = await read(id, ana, '?redirect=false');
    expect(status).toBe(200);
    expect(body).toEqual({ ...announcement, url: expect.any(String), until: '2026-01-12T15:05:00.000Z' });
  });

  it('tells nobody else that it is there', async () => {
    const id = await uploaded(here, { locality: place });
    const theirs = await read(id, luis);
    expect(theirs.status).toBe(404);
    expect(theirs).toEqual(await read('0'.repeat(32), luis));
    expect((await read('acta.pdf')).status).toBe(404);
  });

  it('that is no evidence yet is for whoever sent it alone', async () => {
    for (const id of [await uploaded(here), await uploaded(here, { locality: place })]) {
      expect((await read(id)).status).toBe(302);
      expect((await read(id, boss)).status).toBe(404);
    }
  });
});

describe('a file as evidence', () => {
  it('is shown with the activity, is kept for good, and the history says which it was', async () => {
    const fileId = await uploaded(here, { locality: place });
    const evidence = [{ title: 'Acta', fileId }];
    expect(here.bucket.isKept(fileId)).toBe(false);
    expect((await record(evidence)).body).toMatchObject({ evidence });
    expect(here.bucket.isKept(fileId)).toBe(true);
    const shown = (await stages(here, place)).flatMap(({ visits }) =>
      visits.flatMap((one) => one.activities),
    );
    expect(shown.find(({ key }) => key === activity)?.evidence).toEqual(evidence);
    const history = await here.call('GET', `/api/localities/${place}/history`, undefined, ana);
    expect(JSON.stringify(history.body)).toContain(fileId);
  });

  it('stays readable beyond the days after which one that is attached to nothing is gone', async () => {
    const own = await testApp();
    const at = await begin(own);
    const [kept, forgotten] = [await uploaded(own, { locality: at }), await uploaded(own, { locality: at })];
    await record([{ title: 'Acta', fileId: kept }], own, at);
    own.pass(8);
    const statusOf = async (id: string) => (await own.call('GET', `/api/files/${id}`, undefined, ana)).status;
    expect([await statusOf(kept), await statusOf(forgotten)]).toEqual([302, 404]);
    expect(validationErrors(await record([{ title: 'Otra', fileId: forgotten }], own, at))).toEqual([
      { path: 'evidence.0.fileId', message: expect.stringContaining('no hay un archivo así') },
    ]);
  });

  it('may be told again with the rest of the evidence, without being looked at again', async () => {
    const fileId = await uploaded(here, { locality: place });
    const evidence = [{ title: 'Acta', fileId }];
    await record(evidence);
    here.bucket.put(fileId, 'text/html', Buffer.from('<p>'));
    expect(
      (await record([...evidence, { title: 'Lista', url: 'https://juarez.example/lista' }])).status,
    ).toBe(200);
  });

  it('of no locality yet becomes that of the one that it is attached to', async () => {
    const fileId = await uploaded(here);
    expect((await record([{ title: 'Acta', fileId }])).status).toBe(200);
    expect((await read(fileId, vera)).status).toBe(302);
    expect((await read(fileId, luis)).status).toBe(404);
    expect((await record([{ title: 'Acta', fileId }], here, other)).status).toBe(400);
  });

  it('belongs to a commitment as well', async () => {
    const [first, second] = [
      await uploaded(here, { locality: place }),
      await uploaded(here, { locality: other }),
    ];
    const { id, version } = await commitmentOf(here, place, { evidence: [{ title: 'Foto', fileId: first }] });
    expect(here.bucket.isKept(first)).toBe(true);
    const edit = {
      evidence: [
        { title: 'Foto', fileId: first },
        { title: 'Ajena', fileId: second },
      ],
    };
    const answer = await here.call('PATCH', `/api/commitments/${id}`, edit, seeing(ana, version));
    expect(validationErrors(answer)).toEqual([{ path: 'evidence.1.fileId', message: expect.any(String) }]);
    expect(here.bucket.isKept(second)).toBe(false);
  });

  it.each([
    ['has not arrived', (id: string) => void id, /todavía no ha llegado/],
    [
      'is longer than announced',
      (id: string) => here.bucket.put(id, announcement.type, Buffer.concat([pdf, pdf])),
      /se anunció/,
    ],
    ['came as another type', (id: string) => here.bucket.put(id, 'text/html', pdf), /se anunció/],
    [
      'does not begin as its type does',
      (id: string) => here.bucket.put(id, announcement.type, Buffer.alloc(pdf.length, 'MZ')),
      /se anunció/,
    ],
  ])('is refused while it %s', async (_, arrive, message) => {
    const fileId = await announced(here, { locality: place });
    arrive(fileId);
    const answer = await record([
      { title: 'Acta', url: 'https://juarez.example/acta' },
      { title: 'Acta', fileId },
    ]);
    expect(answer.status).toBe(400);
    expect(validationErrors(answer)).toEqual([
      { path: 'evidence.1.fileId', message: expect.stringMatching(message) },
    ]);
    expect(here.bucket.isKept(fileId)).toBe(false);
  });

  it.each([
    [
      'both a file and an address',
      { title: 'Acta', url: 'https://juarez.example/a', fileId: '0'.repeat(32) },
    ],
    ['neither', { title: 'Acta' }],
  ])('is refused with %s', async (_, one) => {
    const answer = await record([one]);
    expect(validationErrors(answer)).toEqual([
      { path: 'evidence.0', message: expect.stringContaining('solo uno') },
    ]);
  });

  it('is not taken from another locality, from somebody else, or from nowhere', async () => {
    const foreign = [
      await uploaded(here, { locality: other }),
      await uploaded(here, {}, boss),
      '0'.repeat(32),
    ];
    const answer = await record(foreign.map((fileId) => ({ title: 'Acta', fileId })));
    expect(validationErrors(answer)).toEqual(
      foreign.map((_, at) => ({ path: `evidence.${at}.fileId`, message: expect.stringContaining('no hay') })),
    );
  });

  it('is not kept by a command that is refused', async () => {
    const fileId = await uploaded(here, { locality: place });
    const path = `/api/localities/${place}/stages/capacity-building/activities/${activity}`;
    const stale = await here.call(
      'PUT',
      path,
      { status: 'done', evidence: [{ title: 'Acta', fileId }] },
      seeing(ana, 1),
    );
    expect(stale.status).toBe(412);
    expect(here.bucket.isKept(fileId)).toBe(false);
  });
});
