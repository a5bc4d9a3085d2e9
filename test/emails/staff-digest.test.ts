import { describe, expect, it } from 'vitest';
import { DaysOff } from '../../domain/days-off.ts';
import { type Matter, MatterKind, matterParts, StaffDigest } from '../../domain/mail.ts';
import { renderStaffDigest } from '../../emails/index.ts';
import { kinds, mail, readable, undecorated } from './mails.ts';

const app = 'https://etapas.juarez.example';
const locality = { id: 'riberas-del-bravo', name: 'Riberas del Bravo' };
const matter = (some: Partial<Matter> = {}): Matter => ({
  kind: 'gate-overdue',
  locality,
  gate: { stage: 'community-involvement' },
  stage: { es: 'Participación comunitaria', en: 'Community involvement' },
  since: '2026-12-01',
  count: 1,
  ...some,
});
const digest = (some: Partial<StaffDigest> = {}): StaffDigest =>
  StaffDigest.parse({
    kind: 'staff-digest',
    to: 'ana@juarez.example',
    on: '2026-12-04',
    matters: {},
    newsKeys: [],
    told: [],
    ...some,
  });
const to = (language: 'es' | 'en', some: Partial<StaffDigest> = {}) =>
  renderStaffDigest(digest(some), {
    language,
    municipality: { name: 'Ciudad Juárez', calendar: DaysOff.parse({}) },
    publicUrl: `${app}/x`,
  });
const part = (...items: Matter[]) => ({ items, more: 0 });

describe.each(['es', 'en'] as const)('a digest to staff in %s', (language) => {
  const everything = {
    matters: Object.fromEntries(
      matterParts.map((name) => [
        name,
        { items: MatterKind.options.map((kind) => matter({ kind, count: 2, action: 'Pintar' })), more: 3 },
      ]),
    ),
    news: { items: kinds.map((kind) => mail(kind)), more: 1 },
  };

  it('says the same in HTML and in plain text, whatever is in it', () => {
    for (const some of [everything, { matters: { late: part(matter()) } }]) {
      const { html, text } = to(language, some);
      expect(readable(html)).toBe(undecorated(text));
    }
  });

  it('shows markup in what people wrote as the characters it is, and wraps its text', () => {
    const hostile = '<script>alert("1")</script> & \'Bravo\'';
    const items = MatterKind.options.map((kind) =>
      matter({ kind, locality: { id: '"><b>', name: hostile }, action: hostile, coordinators: ["a&b'c"] }),
    );
    const { html, text } = to(language, { matters: { climbed: part(...items) } });
    expect(html).not.toMatch(/<script|<b>/);
    expect(readable(html)).toBe(undecorated(text));
    for (const line of text.split('\n'))
      if (!line.startsWith('http')) expect(line.length).toBeLessThanOrEqual(72);
  });

  it('loads nothing, knows its language, and weighs less than 100 kB with all that it can hold', () => {
    const long = '"'.repeat(500);
    const items = Array.from({ length: 10 }, () =>
      matter({ kind: 'commitment-due', locality: { id: 'x', name: long }, action: long }),
    );
    const full = Object.fromEntries(matterParts.map((name) => [name, part(...items)]));
    const { html, subject } = to(language, { matters: full });
    expect(Buffer.byteLength(html)).toBeLessThan(100_000);
    expect(subject.length).toBeLessThanOrEqual(120);
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).not.toMatch(/<img|<link|<script|src=|url\(|@import/);
  });
});

describe('the places of a digest to staff', () => {
  const linksOf = (text: string) => text.match(/^https:.*$/gm);
  const choose = `${app}/account`;
  const notice = `${app}/privacy?lang=es`;

  it('are the gate, the matrix or the people of a locality, by what is to be seen to', () => {
    const at = `${app}/localities/${locality.id}`;
    // The button leads to the one thing.
    for (const [kind, place] of [
      ['review-waiting', `${at}/stages/community-involvement`],
      ['override-expired', `${at}/stages/community-involvement`],
      ['cannot', `${at}/matrix`],
      ['commitment-due', `${at}/matrix`],
      ['bounced', `${at}/people`],
    ] as const)
      expect(linksOf(to('es', { matters: { tasks: part(matter({ kind })) } }).text)).toEqual([
        place,
        choose,
        notice,
      ]);
  });

  it('of several things are theirs, and the button leads to the work of the day', () => {
    const other = matter({ locality: { id: 'anapra', name: 'Anapra' } });
    const links = linksOf(to('es', { matters: { late: part(matter(), other) } }).text);
    expect(links?.slice(-3)).toEqual([`${app}/`, choose, notice]);
    expect(new Set(links).size).toBe(5);
    const more = { late: { items: [matter()], more: 1 } };
    expect(linksOf(to('es', { matters: more }).text)?.at(-3)).toBe(`${app}/`);
  });
});

it('a digest to staff says how much there is of each, most urgent first', () => {
  const { subject, text } = to('es', {
    matters: {
      climbed: part(
        matter({ coordinators: ['ana@juarez.example', 'luis@juarez.example'] }),
        matter({ coordinators: [] }),
      ),
      reviews: part(matter({ kind: 'review-waiting' })),
      promises: part(matter({ kind: 'commitment-due', action: 'Pintar la barda', since: '2026-12-04' })),
      tasks: { items: [matter({ kind: 'escalated', count: 4 })], more: 2 },
    },
    news: { items: [mail('gate-decided')], more: 0 },
  });
  expect(subject).toBe('2 sin atender · 1 revisión por decidir · 1 compromiso · 6 tareas · 1 novedad');
  const flat = text.replace(/\s+/g, ' ');
  expect(flat).toContain('(coordina ana@juarez.example, luis@juarez.example)');
  expect(flat).toContain('(coordina nadie)');
  expect(flat).toContain('Riberas del Bravo: Pintar la barda — 4 de diciembre de 2026 (vence hoy)');
  expect(flat).toContain('4 compromisos sin cumplir después de todos los recordatorios');
  expect(flat).toContain('Y 2 más, que puede ver en Etapas.');
  expect(flat).toContain('Riberas del Bravo: La localidad avanza a la etapa «Plan de acción»');
});
