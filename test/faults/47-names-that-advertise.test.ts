import { beforeAll, describe, expect, it } from 'vitest';
import { holdsLink } from '../../domain/proper-name.ts';
import { type TestApp, testApp } from '../support/test-app.ts';
import { boss, seeing } from '../support/walk.ts';

let here: TestApp;
beforeAll(async () => {
  here = await testApp();
});
const create = (name: string) =>
  here.call('POST', '/api/localities', { name, programme: 'convivir-mejor' }, boss);

const advertisements = [
  'Gane dinero en https://premios.example/x',
  'HTTP://premios.example',
  'www.premios.example',
  'Visite WWW . premios',
  'premios.com',
  'Créditos ya: creditos-ya.com.mx',
  'Anapra (bit.ly/3abc)',
  'casino.de',
  'casino.la/bono',
  'Escriba a ventas@premios.example',
  'premios\u200b.com',
  'premios．com',
  'premios。com',
  'tg://resolve?domain=x',
  'mailto:ventas',
];

/** As colonies, fraccionamientos and organisations of Mexico are written, with the full stops of people in a hurry. */
const names = [
  'Col. 20 de Nov.',
  'Col.20 de Nov.',
  'Sta. María',
  'Sta.María la Ribera',
  'Sto.Tomás',
  'Vecinos de Anapra, A.C.',
  'Constructora del Norte S.A. de C.V.',
  'Constructora S.A.de C.V.',
  'Fracc. Las Torres 2a. Etapa',
  'Fracc.Las Torres',
  'Col.de los Pinos',
  'Amp.de la Paz',
  'Unidad Hab.la Esperanza',
  'Km. 20',
  'Km.20 Carr. Casas Grandes',
  'U.H. Infonavit Casas Grandes',
  'Manuel J. Clouthier',
  'Gral.Fco.I.Madero',
  'Ma. Luisa',
  'Profr. J.Ma. Morelos y P.',
  'Lomas de Poleo 1.5',
  'Riberas del Bravo III (et. 2)',
  'División del Norte/Sur',
  'L@s Jóvenes de Azcapotzalco',
  'Centro: Plaza de Armas',
  'Com. Indígena El Rosario',
  'Av. 5 de Mayo No.12',
  'Col. Méx. 68',
  'Ex-Hda. de Guadalupe',
  'Internet para Todos',
  'C.T.M. Culhuacán Secc. VII',
];

describe("47: a locality's name that is an advertisement", () => {
  it.each(advertisements)('is refused by field: "%s"', async (name) => {
    const { status, body } = await create(name);
    expect(status).toBe(400);
    expect(body.errors).toEqual([{ path: 'name', message: expect.stringContaining('dirección web') }]);
  });

  it.each(names)('is not "%s"', (name) => {
    expect(holdsLink(name)).toBe(false);
  });

  it('is refused where a locality is corrected, where a file holds it, and of a person', async () => {
    const { body } = await create('Col. 20 de Nov.');
    const edited = await here.call(
      'PATCH',
      `/api/localities/${body.id}`,
      { name: 'premios.com' },
      seeing(boss, Number(body.version)),
    );
    expect(edited.body.errors).toMatchObject([{ path: 'name' }]);
    const file = 'name,programme\nSta.María,convivir-mejor\nwww.premios.example,convivir-mejor\n';
    const sent = { ...boss, headers: { 'content-type': 'text/csv' } };
    const { body: judged } = await here.call('POST', '/api/imports/localities', file, sent);
    expect(judged).toMatchObject({ rejected: [{ row: 3, column: 'name' }] });
    const someone = { name: 'Rosa premios.com', sector: 'community' };
    expect((await here.call('POST', '/api/stakeholders', someone, boss)).body.errors).toEqual(
      expect.arrayContaining([expect.objectContaining({ path: 'name' })]),
    );
  });

  it('is said in English to whoever reads English', async () => {
    const english = { ...boss, headers: { 'accept-language': 'en' } };
    const body = { name: 'premios.com', programme: 'convivir-mejor' };
    expect((await here.call('POST', '/api/localities', body, english)).body.errors).toEqual([
      { path: 'name', message: expect.stringContaining('advertisement') },
    ]);
  });
});
