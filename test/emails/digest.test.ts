import { describe, expect, it } from 'vitest';
import { type Digest, renderDigest } from '../../emails/digest-content.ts';
import type { Promised } from '../../emails/promised.ts';
import { compose } from '../../functions/events/compose.ts';
import { municipality } from '../support/settings.ts';
import { readable, undecorated } from './mails.ts';

const one = (number: number, dueOn: string, some: Partial<Promised> = {}): Promised => ({
  id: `anapra.${number}`,
  locality: { id: 'anapra', name: 'Anapra' },
  action: `Compromiso ${number}`,
  dueOn,
  version: 1,
  ...some,
});
const riberas = { locality: { id: 'riberas', name: 'Riberas del Bravo' } };
const digest = (some: Partial<Digest> = {}): Digest => ({
  on: '2026-03-04',
  now: new Date('2026-03-04T14:00:00Z'),
  name: 'Rosa Núñez',
  language: 'es',
  promised: [one(1, '2026-03-11'), one(2, '2026-03-01'), one(3, '2026-03-04'), one(4, '2026-03-05', riberas)],
  isLate: (dueOn) => dueOn < '2026-03-04',
  municipality: { id: 'juarez', name: 'Ciudad Juárez' },
  links: { commitments: 'https://etapas.example/c/token', unsubscribe: 'https://etapas.example/u/token' },
  publicUrl: 'https://etapas.example',
  ...some,
});
const hostile = '<script>alert("1")</script> & \'Bravo\'\r\nBEGIN:VEVENT';

describe.each(['es', 'en'] as const)('the digest in %s', (language) => {
  const mail = renderDigest(digest({ language }));

  it('says the same in HTML and in plain text', () => {
    expect(readable(mail.html)).toBe(undecorated(mail.text));
  });

  it('groups by locality what is overdue and what is due, soonest first', () => {
    const at = [2, 3, 1, 4].map((number) => mail.text.indexOf(`Compromiso ${number} `));
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    const titles = mail.text.split('\n').filter((line) => /^(Anapra|Riberas del Bravo): /.test(line));
    expect(titles).toEqual(
      language === 'es'
        ? ['Anapra: ya venció', 'Anapra: por cumplir', 'Riberas del Bravo: por cumplir']
        : ['Anapra: overdue', 'Anapra: to be kept', 'Riberas del Bravo: to be kept'],
    );
  });

  it('says how far each date is', () => {
    const said =
      language === 'es'
        ? ['venció hace 3 días', 'vence hoy', 'falta 1 día', 'faltan 7 días', '11 de marzo de 2026']
        : ['due 3 days ago', 'due today', '1 day left', '7 days left', '11 March 2026'];
    for (const words of said) expect(mail.text.replace(/\s+/g, ' ')).toContain(words);
    expect(mail.subject).toBe(
      language === 'es' ? '1 compromiso vencido y 3 por cumplir' : '1 overdue commitment and 3 to keep',
    );
  });

  it('has a button to answer and a way out, loads nothing, and is in its language', () => {
    for (const url of [
      'https://etapas.example/c/token',
      'https://etapas.example/u/token',
      `https://etapas.example/privacy?lang=${language}`,
    ]) {
      expect(mail.html).toContain(`href="${url}"`);
      expect(mail.text).toContain(`\n${url}\n`);
    }
    expect(mail.html).toContain(`<html lang="${language}">`);
    expect(mail.html).not.toMatch(/<img|<link|<script|src=|url\(|@import/);
  });

  it('shows markup as the characters it is, and lets nothing into the calendar', () => {
    const {
      html,
      text,
      calendar = '',
    } = renderDigest(
      digest({ language, name: hostile, promised: [one(1, '2026-03-11', { action: hostile })] }),
    );
    expect(html).not.toContain('<script');
    expect(readable(html)).toBe(undecorated(text));
    expect(calendar.match(/^BEGIN:VEVENT/gm)).toHaveLength(1);
  });

  it('weighs less than 60 kB as it travels, however much was promised', async () => {
    for (const sign of ['ñ', '&', '😀', 'x']) {
      const promised = Array.from({ length: 300 }, (_, at) =>
        one(at, `2026-03-${String((at % 28) + 1).padStart(2, '0')}`, { action: sign.repeat(500) }),
      );
      const many = renderDigest(digest({ language, promised }));
      const raw = await compose('rosa@ejemplo.example', many, municipality(), new Date());
      expect(raw.byteLength).toBeLessThan(60_000);
      expect(many.text).toMatch(language === 'es' ? /Y \d+ más/ : /And \d+ more/);
    }
  });
});

describe('the calendar', () => {
  it('holds each due date as a whole day, the same everywhere, under a name that stays', () => {
    const { calendar = '' } = renderDigest(digest());
    expect(calendar.match(/^DTSTART;VALUE=DATE:\d+/gm)).toEqual(
      ['20260301', '20260304', '20260305', '20260311'].map((day) => `DTSTART;VALUE=DATE:${day}`),
    );
    expect(calendar).toContain('UID:anapra.1@juarez.etapas\r\n');
    expect(calendar).toContain('METHOD:PUBLISH\r\n');
    expect(calendar).not.toContain('VTIMEZONE');
    for (const line of calendar.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });
});
