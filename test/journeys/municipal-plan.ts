import * as z from 'zod';
import { addDays, type LocalDate, localDate } from '../../domain/calendar.ts';
import { type ApiClient, apiClient, type Person } from '../../local/api-client.ts';

const office: Person = { user: 'direccion@juarez.example', role: 'administrator' };
const zone = 'America/Ciudad_Juarez';
const months = 36;

/**
 * What the sources promise. Aguascalientes: 700 agents prepared in 200 trainings, 14,000 services of five kinds in two
 * units, 1,000 shops. Todos Somos Juárez: 160 actions in six policy areas, in million pesos.
 */
export const targets = { agents: 700, trainings: 200, services: 14_000, shops: 1_000 } as const;
export type Counter = keyof typeof targets;
export const areas = [
  { key: 'security', name: 'Seguridad', actions: 12, millions: 870 },
  { key: 'economic-development', name: 'Desarrollo económico', actions: 11, millions: 140 },
  { key: 'employment', name: 'Empleo', actions: 5, millions: 84.7 },
  { key: 'health', name: 'Salud', actions: 40, millions: 706 },
  { key: 'education', name: 'Educación, cultura y deporte', actions: 72, millions: 800 },
  { key: 'social-development', name: 'Desarrollo social', actions: 20, millions: 700 },
] as const;

const kinds = ['psicológico', 'jurídico', 'trabajo social', 'médico', 'policial'];
const units = ['Insurgentes', 'Villas de Nuestra Señora de la Asunción'];
/** Whoever keeps the numbers of both units, without an account. */
const reporter = { name: 'Unidades de atención', sector: 'government', email: 'unidades@juarez.example' };
const names: Record<Counter, { name: string; unit: string }> = {
  agents: { name: 'Agentes rosas preparadas', unit: 'agente' },
  trainings: { name: 'Capacitaciones a agentes rosas', unit: 'capacitación' },
  services: { name: 'Servicios especializados', unit: 'servicio' },
  shops: { name: 'Comercios con la campaña', unit: 'comercio' },
};

const Moved = z.object({ now: z.string() });
const Mailbox = z.array(z.object({ text: z.string() }));
const Versioned = z.object({ id: z.string(), version: z.int() });
const Entered = z.object({ entries: z.array(z.object({ id: z.string() })) });
const Money = z.object({
  authorised: z.number().optional(),
  committed: z.number().optional(),
  spent: z.number().optional(),
});
const Plan = z.object({
  lines: z.array(
    z.object({
      id: z.string(),
      done: z.number(),
      percent: z.number().optional(),
      objective: z.string().optional(),
      budget: Money.optional(),
    }),
  ),
});
const Summary = z.object({
  lines: z.array(
    z.object({
      id: z.string(),
      quarters: z.array(z.object({ soFar: z.number(), percent: z.number().optional() })),
    }),
  ),
  money: z.object({ total: z.array(Money.extend({ currency: z.string() })) }),
});
const Token = z.object({ accessToken: z.string() });
const Page = z.object({
  items: z.array(z.object({ quantity: z.number(), correctedBy: z.string().optional() })),
  nextCursor: z.string().optional(),
});

/** A whole divided into so many whole parts that differ by one at most, and add up to it. */
export const shares = (whole: number, parts: number): number[] =>
  Array.from(
    { length: parts },
    (_, at) => Math.floor((whole * (at + 1)) / parts) - Math.floor((whole * at) / parts),
  );

/** What three years came to, each figure as the API answers it and as its entries add up. */
export interface Lived {
  from: LocalDate;
  to: LocalDate;
  lines: Record<Counter, string>;
  /** Before the last correction, and after it. */
  before: Record<Counter, number>;
  done: Record<Counter, number>;
  percent: Record<Counter, number | undefined>;
  entered: Record<Counter, number>;
  /** By area, in million pesos. */
  money: Map<string, { actions: number; authorised: number; committed: number; spent: number }>;
  /** The same figures in the summary: as data, and the files that are printed and downloaded of it. */
  summary: {
    soFar: Record<Counter, number | undefined>;
    /** In million pesos. */
    total: { authorised: number; committed: number; spent: number };
    pdf: Uint8Array;
    xlsx: Uint8Array;
  };
}

/** All that stands of a line's entries, read page by page: a corrected entry counts as what stands in its place. */
async function enteredOf(ask: ReturnType<ApiClient['as']>, line: string): Promise<number> {
  let sum = 0;
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({ limit: '200', ...(cursor === undefined ? {} : { cursor }) });
    const page: z.infer<typeof Page> = await ask(Page, 'GET', `/api/plan/lines/${line}/entries?${query}`);
    for (const { quantity, correctedBy } of page.items) if (correctedBy === undefined) sum += quantity;
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return sum;
}

/** A file that the office downloads. */
async function fileOf(api: ApiClient, url: string, path: string): Promise<Uint8Array> {
  const { accessToken } = await api.local(Token, 'POST', '/local/token', office);
  const answer = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${accessToken}` } });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return new Uint8Array(await answer.arrayBuffer());
}

/** In millions, without what adding floating numbers leaves behind. */
const inMillions = (pesos: number) => Math.round(pesos / 1e4) / 100;

/** Takes the actions of six areas into the municipal plan, with their money; the last action of an area takes what is left. */
async function takeActions(ask: ReturnType<ApiClient['as']>, from: LocalDate, to: LocalDate) {
  const actions: { id: string; version: number; authorised: number }[] = [];
  for (const { key, name, actions: count, millions } of areas) {
    await ask(z.unknown(), 'POST', '/api/plan/objectives', { key, name });
    const money = shares(millions * 1e6, count);
    for (const [at, authorised] of money.entries()) {
      const budget = { authorised, committed: 0, spent: 0, currency: 'MXN', source: 'Federal' };
      const action = {
        name: `${name}: acción ${at + 1}`,
        objective: key,
        unit: 'acción',
        target: 1,
        rhythm: 'once',
      };
      const line = await ask(Versioned, 'POST', '/api/plan/lines', { ...action, from, to, budget });
      actions.push({ ...line, authorised });
    }
  }
  return actions;
}

/** Noon of the 28th of the month that lies so many months ahead of a day. */
function noonOf28th(day: LocalDate, ahead: number): string {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + ahead;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-28T12:00:00-07:00`;
}

/** The numbers of the last month by the link of the mail that asks for them, in the order of the cells. */
async function reportByLink(api: ApiClient, url: string, numbers: readonly number[]): Promise<void> {
  const mails = await api.local(Mailbox, 'GET', `/local/mailbox?to=${reporter.email}`);
  const link = /https?:\/\/\S+\/c\/[\w.-]+/.exec(mails.at(-1)?.text ?? '')?.[0];
  if (!link) throw new Error('nobody asked for the numbers of the last month');
  const address = `${url}${new URL(link).pathname}`;
  const page = await (await fetch(address)).text();
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1] ?? '';
  const form = new URLSearchParams({ line: hidden('line'), periodTo: hidden('periodTo') });
  for (const [at, number] of numbers.entries()) form.set(`n${at}`, String(number));
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
  });
  if (!answer.ok) throw new Error(`the numbers were refused: ${answer.status} ${await answer.text()}`);
}

/**
 * Three years of a municipality's plan: trainings whose heads add up, count sheets by kind and unit in one month and the
 * same numbers by link in the next, shops, and the money of 160 actions; one mistaken number is corrected at the end.
 */
export async function livePlan(url: string, say: (line: string) => void): Promise<Lived> {
  const api = apiClient(url);
  const ask = api.as(office);
  const { now } = await api.local(Moved, 'POST', '/local/clock', { advance: 'PT1S' });
  let today = localDate(new Date(now), zone);
  const from = today;
  const to = addDays(from, (months + 2) * 31);

  await ask(z.unknown(), 'POST', '/api/plan/objectives', { key: 'agentes', name: 'Agentes y servicios' });
  const reporting = await ask(z.object({ id: z.string() }), 'POST', '/api/stakeholders', reporter);
  const breakdown = [
    { key: 'kind', values: kinds },
    { key: 'unit', values: units },
  ];
  const taken = async (counter: Counter) => {
    const line = {
      ...names[counter],
      objective: 'agentes',
      target: targets[counter],
      from,
      to,
      breakdown: counter === 'services' ? breakdown : [],
      rhythm: counter === 'services' ? 'month' : 'year',
      responsible: counter === 'services' ? reporting.id : undefined,
    };
    return (await ask(Versioned, 'POST', '/api/plan/lines', line)).id;
  };
  const lines: Record<Counter, string> = {
    agents: await taken('agents'),
    trainings: await taken('trainings'),
    services: await taken('services'),
    shops: await taken('shops'),
  };
  const actions = await takeActions(ask, from, to);

  const cells = kinds.flatMap((kind) => units.map((unit) => ({ kind, unit })));
  const heads = shares(targets.agents, targets.trainings);
  const trainings = shares(targets.trainings, months);
  const services = shares(targets.services, months * cells.length);
  const shops = shares(targets.shops, months);
  let trained = 0;
  let mistaken: { id: string; right: number } | undefined;
  for (let month = 0; month < months; month += 1) {
    const moved = await api.local(Moved, 'POST', '/local/clock', { now: noonOf28th(from, month + 1) });
    today = localDate(new Date(moved.now), zone);
    for (const total of heads.slice(trained, trained + (trainings[month] ?? 0))) {
      const planned = { kind: 'training', on: today, place: units[trained % 2] };
      const { id } = await ask(Versioned, 'POST', '/api/sessions', planned);
      const counts = [
        { line: lines.agents, quantity: total },
        { line: lines.trainings, quantity: 1 },
      ];
      await ask(z.unknown(), 'POST', `/api/sessions/${id}/held`, { attendance: { total }, counts });
      trained += 1;
    }
    const numbersOf = (which: number) => services.slice(which * cells.length, (which + 1) * cells.length);
    const isByLink = (which: number) => which % 2 === 1;
    if (isByLink(month - 1)) await reportByLink(api, url, numbersOf(month - 1));
    const sheet = cells.map((cell, at) => ({
      line: lines.services,
      on: today,
      quantity: numbersOf(month)[at] ?? 0,
      cells: cell,
    }));
    const right = shops[month] ?? 0;
    const last = month === months - 1;
    // Somebody types a nought too many.
    const shopsNow = { line: lines.shops, on: today, quantity: last ? right * 10 : right };
    const entries = isByLink(month) ? [shopsNow] : [...sheet, shopsNow];
    const entered = await ask(Entered, 'POST', '/api/plan/entries', { entries });
    const mine = entered.entries.at(-1);
    if (last && mine) mistaken = { id: mine.id, right };
    if (month % 12 === 11) say(`  ${today}: ${trained} trainings held, ${month + 1} count sheets entered`);
  }
  await api.local(Moved, 'POST', '/local/clock', { now: noonOf28th(from, months + 1) });
  await reportByLink(api, url, services.slice(-cells.length));
  for (const { id, version, authorised } of actions) {
    const budget = {
      authorised,
      committed: authorised,
      spent: Math.floor(authorised / 2),
      currency: 'MXN',
      source: 'Federal',
    };
    await ask(z.unknown(), 'PATCH', `/api/plan/lines/${id}`, { budget }, { 'if-match': `"${version}"` });
  }

  const planned = async () => (await ask(Plan, 'GET', '/api/plan')).lines;
  const each = <Of>(of: (counter: Counter) => Of): Record<Counter, Of> => ({
    agents: of('agents'),
    trainings: of('trainings'),
    services: of('services'),
    shops: of('shops'),
  });
  const lineOf = (all: z.infer<typeof Plan>['lines'], counter: Counter) =>
    all.find(({ id }) => id === lines[counter]);
  const wrong = await planned();
  const before = each((counter) => lineOf(wrong, counter)?.done ?? Number.NaN);
  if (!mistaken) throw new Error('the last count sheet was not entered');
  await ask(z.unknown(), 'POST', `/api/plan/lines/${lines.shops}/entries`, {
    on: today,
    quantity: mistaken.right,
    corrects: mistaken.id,
  });
  const plan = await planned();
  const money: Lived['money'] = new Map();
  for (const { key, name } of areas) {
    const its = plan.filter(({ objective }) => objective?.endsWith(`.${key}`));
    const sum = (of: (budget: z.infer<typeof Money>) => number | undefined) =>
      inMillions(its.reduce((all, { budget = {} }) => all + (of(budget) ?? 0), 0));
    money.set(name, {
      actions: its.length,
      authorised: sum(({ authorised }) => authorised),
      committed: sum(({ committed }) => committed),
      spent: sum(({ spent }) => spent),
    });
  }
  const done = each((counter) => lineOf(plan, counter)?.done ?? Number.NaN);
  const entered: Record<Counter, number> = {
    agents: await enteredOf(ask, lines.agents),
    trainings: await enteredOf(ask, lines.trainings),
    services: await enteredOf(ask, lines.services),
    shops: await enteredOf(ask, lines.shops),
  };
  const percent = each((counter) => lineOf(plan, counter)?.percent);
  for (const counter of ['agents', 'trainings', 'services', 'shops'] as const)
    say(`  ${names[counter].name}: ${done[counter]} of ${targets[counter]} (${percent[counter]} %)`);
  for (const [name, { actions: count, authorised, committed, spent }] of money)
    say(`  ${name}: ${count} actions, ${authorised} million, ${committed} committed, ${spent} spent`);
  // A summary tells of five years at most, in whole quarters: the last ones until today.
  const asked = `from=${from}&to=${today}&locality=municipality`;
  const told = await ask(Summary, 'GET', `/api/summary?${asked}`);
  const file = (ending: string) => fileOf(api, url, `/api/summary.${ending}?${asked}`);
  const [total] = told.money.total;
  const summary = {
    soFar: each((counter) => told.lines.find(({ id }) => id === lines[counter])?.quarters.at(-1)?.soFar),
    total: {
      authorised: inMillions(total?.authorised ?? 0),
      committed: inMillions(total?.committed ?? 0),
      spent: inMillions(total?.spent ?? 0),
    },
    pdf: await file('pdf'),
    xlsx: await file('xlsx'),
  };
  const { authorised, committed, spent } = summary.total;
  say(`  Summary: ${authorised} million authorised, ${committed} committed, ${spent} spent`);
  return { from, to, lines, before, done, percent, entered, money, summary };
}
