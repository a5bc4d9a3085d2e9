import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { folded } from '../../domain/folded.ts';
import { catalogueOf } from '../../functions/runtime/programme-catalogue.ts';
import { historyStore } from '../../store/history.ts';
import { stakeholderStore } from '../../store/stakeholders.ts';
import { pagesOf } from '../links/pages.ts';
import { audited } from '../support/audited.ts';
import { announcement, pdf } from '../support/file-bucket.ts';
import { send } from '../support/files.ts';
import { loggedLines } from '../support/logged.ts';
import { programmes } from '../support/programmes.ts';
import { sweptAndSent, tasks } from '../support/reminders.ts';
import { type Call, type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, complete, locality, seeing } from '../support/walk.ts';
import { wholeTable } from '../support/whole-table.ts';

const logged = loggedLines();
const Made = z.looseObject({ id: z.string(), version: z.number() });
const made = async (answer: ReturnType<TestApp['call']>) => Made.parse((await answer).body);
const keyed = (who: Call, key: string): Call => ({
  ...who,
  headers: { ...who.headers, 'idempotency-key': key },
});

/** Everything that an installation holds, folded, so that a word is found however it is written. */
async function dump(here: TestApp): Promise<string> {
  const text = (value: unknown): string => {
    if (value instanceof Uint8Array) return Buffer.from(value).toString('latin1');
    if (Array.isArray(value)) return value.map(text).join('\n');
    if (typeof value === 'object' && value !== null)
      return Object.entries(value)
        .map(([name, part]) => `${name}: ${text(part)}`)
        .join('\n');
    return String(value);
  };
  const files = here.bucket.ids().map((id) => text(here.bucket.bytesOf(id)));
  return folded([text(await wholeTable(here.table)), ...files, ...logged].join('\n'));
}

async function uploaded(here: TestApp, name: string, place: string): Promise<string> {
  const body = { ...announcement, name, locality: place };
  const announced = await here.call('POST', '/api/files', body, ana);
  const id = String(announced.body.fileId);
  here.bucket.put(id, announcement.type, pdf);
  return id;
}

/** Somebody of whom this municipality knows something in every place where it can. */
interface Shape {
  name: string;
  organization?: string;
  email?: string;
  /** How a coordinator writes of them. */
  written: string;
  /** What they write themselves, and what nobody may find afterwards. */
  reply: string;
  words: string[];
  /** Somebody who has the same address, who stays. */
  neighbour?: boolean;
}

const shapes: Record<string, Shape> = {
  'with accents, written without them and in other letters': {
    name: 'María José Ñúñez Ibáñez',
    organization: 'Panadería La Espiga Dorada',
    email: 'maria.nunez@ejemplo.example',
    written: 'MARIA JOSE NUNEZ, ibañez (Maria.Nunez@EJEMPLO.example), de La Espiga dorada',
    reply: 'Soy Ñúñez y me mudo con mi hermana a Delicias',
    words: ['nunez', 'ibanez', 'maria jose', 'maria.nunez@', 'delicias', 'hermana'],
  },
  'whose address is another person’s too': {
    name: 'Rubén Quezada',
    email: 'Familia.Quezada@Ejemplo.example',
    written: 'Quezada, Rubén <familia.quezada@ejemplo.example>',
    reply: 'Avisa Rubén que se enfermó del corazón',
    words: ['ruben', 'corazon', 'enfermo'],
    neighbour: true,
  },
  'of one name, without an address': {
    name: 'Xóchitl',
    written: 'doña XOCHITL',
    reply: '',
    words: ['xochitl'],
  },
};

/** An installation in which they are everywhere. */
async function filled({ name, organization, email, written, reply, neighbour }: Shape) {
  const here = await testApp();
  const place = await begin(here);
  const person = await made(
    here.call(
      'POST',
      '/api/stakeholders',
      { name, organization, email, sector: 'school', localities: [place] },
      keyed(ana, 'person'),
    ),
  );
  const { id } = person;
  const other = await made(
    here.call(
      'POST',
      '/api/stakeholders',
      {
        name: 'Quien sigue',
        sector: 'business',
        localities: [place],
        email: neighbour ? email : undefined,
      },
      ana,
    ),
  );
  const photo = await uploaded(here, `Foto de ${name}.pdf`, place);
  const matrix = `/api/localities/${place}/commitments`;
  const promised = await made(
    here.call(
      'POST',
      matrix,
      {
        action: `Pintar la escuela con ${written}`,
        responsible: id,
        dueOn: '2026-01-13',
        note: `Hablé con ${written}; su hermana contesta`,
        evidence: [{ title: `Carta de ${written}`, fileId: photo }],
      },
      keyed(ana, 'promise'),
    ),
  );
  const second = await made(
    here.call('POST', matrix, { action: 'Barrer la plaza', responsible: id, dueOn: '2026-03-13' }, ana),
  );
  const kept = await made(
    here.call('POST', matrix, { action: `Podar, ${written}`, responsible: id, status: 'fulfilled' }, ana),
  );
  const others = await made(
    here.call('POST', matrix, { action: 'Alumbrar', responsible: other.id, dueOn: '2026-03-13' }, ana),
  );
  // Their reply by a link, with a note, which is a task too.
  if (reply) {
    await sweptAndSent(here);
    const pages = pagesOf(here);
    const link = await pages.linkFor(await stakeholderStore(here.table).get(id), 'commitments');
    const answered = await pages.post(link, { commitment: promised.id, answer: 'cannot', note: reply });
    expect(answered.status).toBeLessThan(400);
  }
  // What changed hands was written while it was theirs.
  const handed = await here.call(
    'PATCH',
    `/api/commitments/${second.id}`,
    { responsible: other.id, note: `Antes era de ${written}` },
    seeing(ana, (await locality(here, place)).version),
  );
  expect(handed.status).toBe(200);
  // What staff wrote of the work, in words that name them, and the mail about it that waits.
  const full = `Lo vimos con ${name} ayer`;
  await complete(here, place);
  const noted = await here.call(
    'PUT',
    `/api/localities/${place}/stages/capacity-building/activities/${await activityOf(here, place)}`,
    { status: 'done', note: full, evidence: [{ title: `Acta de ${name}`, url: 'https://x.example/acta' }] },
    seeing(ana, (await locality(here, place)).version),
  );
  expect(noted.status).toBe(200);
  await here.call('POST', `/api/localities/${place}/gate/reviews`, { note: full }, keyed(ana, 'review'));
  return { here, place, id, promised, second, kept, others, photo, other };
}

const activityOf = async (here: TestApp, place: string) => {
  const { body } = await here.call('GET', `/api/localities/${place}/stages`, undefined, boss);
  const Stages = z.array(
    z.looseObject({
      visits: z.array(z.looseObject({ activities: z.array(z.looseObject({ key: z.string() })) })),
    }),
  );
  const [first] = Stages.parse(body.items);
  return first?.visits[0]?.activities[0]?.key ?? '';
};

async function erase(here: TestApp, id: string, key = 'erase') {
  const seen = await here.call('GET', `/api/stakeholders/${id}`, undefined, boss);
  return here.call(
    'DELETE',
    `/api/stakeholders/${id}`,
    undefined,
    keyed(seeing(boss, Number(seen.body.version)), key),
  );
}

describe.each(Object.entries(shapes))('44: somebody %s', (_, shape) => {
  it('is nowhere any more once they are erased, and all histories still hold', async () => {
    const scene = await filled(shape);
    const { here, place, id, photo } = scene;
    const before = await dump(here);
    for (const word of shape.words) expect(before, word).toContain(word);

    const erased = await erase(here, id);
    expect(erased.status, JSON.stringify(erased.body)).toBe(200);
    const after = await dump(here);
    for (const word of shape.words) expect(after, word).not.toContain(word);
    expect(here.bucket.ids()).not.toContain(photo);
    expect((await here.call('GET', `/api/files/${photo}`, undefined, boss)).status).toBe(404);
    expect((await audited(here)).findings).toEqual([]);

    // Mail that waited goes out without them.
    const waiting = here.mails.length;
    await here.settle();
    const mails = folded(JSON.stringify(here.mails.slice(waiting)));
    for (const word of shape.words) expect(mails, word).not.toContain(word);
    expect((await audited(here)).findings).toEqual([]);
    expect((await historyStore(here.table).all(`LOCALITY#${place}`)).length).toBeGreaterThan(5);
  });

  it('answers for nothing that is still open: it counts at no gate, and is one task at once', async () => {
    const { here, place, id, promised, kept, second, other } = await filled(shape);
    await here.settle();
    await erase(here, id);
    const one = await here.call('GET', `/api/commitments/${promised.id}`, undefined, boss);
    expect(one.body).not.toHaveProperty('responsible');
    expect(one.body).not.toHaveProperty('sector');
    expect(one.body).not.toHaveProperty('note');
    expect(one.body).toMatchObject({ evidence: [] });
    expect((await here.call('GET', `/api/commitments/${kept.id}`, undefined, boss)).body).toMatchObject({
      status: 'fulfilled',
      responsible: id,
    });
    expect((await here.call('GET', `/api/commitments/${second.id}`, undefined, boss)).body).toMatchObject({
      responsible: other.id,
    });
    const { matrixCounts } = await here.api.localities.get(place);
    expect(matrixCounts?.bySector.none).toEqual({ pending: 1 });
    expect(await tasks(here)).toEqual([['responsible-erased', '1', place]]);
    here.pass(2);
    await sweptAndSent(here);
    expect(await tasks(here)).toEqual([['responsible-erased', '1', place]]);

    // Somebody else takes it over.
    const { version } = await locality(here, place);
    const path = `/api/commitments/${promised.id}`;
    expect((await here.call('PATCH', path, { responsible: other.id }, seeing(ana, version))).status).toBe(
      200,
    );
    expect(await tasks(here)).toEqual([]);
  });
});

describe('44: the gate that asks for promises', () => {
  it('names what nobody is responsible for any more, and the sector that promises nothing now', async () => {
    const here = await testApp();
    const asking = { type: 'commitments', minimum: 1, sectors: true } as const;
    here.deploy(
      catalogueOf(
        programmes.all.map((programme) => ({
          ...programme,
          stages: programme.stages.map((stage) =>
            stage.criteria ? { ...stage, criteria: [asking] } : stage,
          ),
        })),
      ),
    );
    const place = await begin(here);
    const person = { name: 'Eva Luján', sector: 'religious', localities: [place] };
    const { id } = await made(here.call('POST', '/api/stakeholders', person, ana));
    const promise = { action: 'Abrir el salón', responsible: id, dueOn: '2026-03-02' };
    await here.call('POST', `/api/localities/${place}/commitments`, promise, ana);
    const missing = async () => {
      const gate = await here.call('GET', `/api/localities/${place}/gate`, undefined, ana);
      return JSON.stringify(gate.body.missing);
    };
    expect(await missing()).toContain('del sector escolar');
    expect(await missing()).not.toMatch(/del sector religioso|no tienen? responsable/);
    await erase(here, id);
    expect(await missing()).toMatch(/del sector religioso/);
    expect(await missing()).toMatch(/no tienen? responsable/);
  });
});

describe('44: to erase somebody', () => {
  const shape = Object.values(shapes)[0];
  if (!shape) throw new Error('there are shapes');

  it('is done once, however often it is asked', async () => {
    const { here, place, id } = await filled(shape);
    const first = await erase(here, id);
    const { version } = await locality(here, place);
    expect((await erase(here, id)).body).toEqual(first.body);
    expect((await erase(here, id, 'another')).status).toBe(410);
    expect((await locality(here, place)).version).toBe(version);
  });

  it('goes on where it broke off', async () => {
    const { here, id } = await filled(shape);
    const { erase: eraseFile } = here.bucket;
    here.api.bucket.erase = async () => {
      here.api.bucket.erase = eraseFile;
      throw new Error('the bucket is away');
    };
    expect((await erase(here, id)).status).toBe(500);
    expect((await erase(here, id, 'again')).status).toBe(200);
    const after = await dump(here);
    for (const word of shape.words) expect(after, word).not.toContain(word);
    expect((await audited(here)).findings).toEqual([]);
  });

  it('leaves what is said of others, who share a word of the name', async () => {
    const { here, place, id } = await filled({ ...shape, name: 'Rosa Juárez', words: [] });
    const path = `/api/localities/${place}/commitments`;
    await here.call('POST', path, { action: 'Barda rosa de la calle Juárez', note: 'Con Rosa M.' }, ana);
    await erase(here, id);
    const after = await dump(here);
    expect(after).toContain('barda rosa de la calle juarez');
    expect(after).toContain('con rosa m.');
  });

  it('reaches a long matrix and a long history, a part at a time', async () => {
    const here = await testApp();
    const place = await begin(here);
    const { id } = await made(
      here.call(
        'POST',
        '/api/stakeholders',
        { name: 'Eva Luján', sector: 'school', localities: [place] },
        ana,
      ),
    );
    const rows = Array.from({ length: 30 }, (_, at) => ({
      action: `Eva Luján promete ${at}`,
      responsible: id,
    }));
    for (const row of rows) await here.call('POST', `/api/localities/${place}/commitments`, row, ana);
    expect((await erase(here, id)).status).toBe(200);
    expect(await dump(here)).not.toContain('lujan');
    expect(await tasks(here)).toHaveLength(30);
    expect((await audited(here)).findings).toEqual([]);
  });

  it('finds what they promised where they are known no more', async () => {
    const here = await testApp();
    const place = await begin(here);
    const elsewhere = await begin(here, 'convivir-mejor', 'Riberas');
    const { id, version } = await made(
      here.call(
        'POST',
        '/api/stakeholders',
        { name: 'Eva Luján', sector: 'school', localities: [place] },
        boss,
      ),
    );
    const path = `/api/localities/${elsewhere}/commitments`;
    const promised = await made(
      here.call('POST', path, { action: 'Barrer con Eva Luján', responsible: id, note: 'Eva' }, boss),
    );
    const off = seeing(boss, promised.version);
    await here.call('PATCH', `/api/commitments/${promised.id}`, { responsible: null }, off);
    expect(version).toBe(1);
    expect((await erase(here, id)).status).toBe(200);
    const after = await dump(here);
    expect(after).not.toContain('lujan');
    expect(after).not.toMatch(/\beva\b/);
  });

  it('erases what was imported of them', async () => {
    const here = await testApp();
    const place = await begin(here);
    const { id } = await made(
      here.call(
        'POST',
        '/api/stakeholders',
        { name: 'Eva Luján', sector: 'school', localities: [place] },
        boss,
      ),
    );
    const file = `locality,action,responsible,dueOn,note\n${place},Barrer con Eva,${id},2026-03-02,Eva contesta\n${place},Podar,,,De Eva Luján\n`;
    const { status, body } = await send(here, 'commitments', file);
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body).toMatchObject({ accepted: 2 });
    expect((await erase(here, id)).status).toBe(200);
    const after = await dump(here);
    expect(after).not.toContain('lujan');
    expect(after).not.toContain('eva contesta');
    expect((await audited(here)).findings).toEqual([]);
  });
});
