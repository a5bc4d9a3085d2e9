import { afterEach, describe, expect, it, vi } from 'vitest';
import { mail, names, readable, to, undecorated } from './mails.ts';

const appUrl = 'https://etapas.juarez.example/';
const cases = names.flatMap((name) => (['es', 'en'] as const).map((language) => ({ name, language })));

describe.each(cases)('$name in $language', ({ name, language }) => {
  const hostile = '<script>alert("1")</script> & \'Bravo\'';

  it('says the same in HTML and in plain text', () => {
    const { text, html } = to(language, mail(name), appUrl);
    expect(readable(html)).toBe(undecorated(text));
  });

  it('links to the locality, and only when the address of the app is known', () => {
    const url = 'https://etapas.juarez.example/localities/riberas-del-bravo';
    expect(to(language, mail(name), appUrl).html).toContain(`href="${url}"`);
    expect(to(language, mail(name), appUrl).text).toContain(`\n${url}\n`);
    expect(to(language, mail(name)).html).not.toContain('href');
    expect(to(language, mail(name)).text).not.toContain('http');
  });

  it('shows markup in names and reasons as the characters it is', () => {
    const changes = name.startsWith('programme') ? {} : { stage: { es: hostile, en: hostile } };
    const texts = name === 'gate-decided' || name === 'override-used' ? { reason: hostile } : {};
    const content = mail(name, { locality: { id: '"><b>', name: hostile }, ...changes, ...texts });
    const { html, text } = to(language, content, 'https://app.example/?a="b"');
    expect(html).not.toMatch(/<script|<b>|="b"/);
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;Bravo&#39;');
    expect(readable(html)).toBe(undecorated(text));
  });

  it('keeps the subject to one line of at most 120 characters', () => {
    const locality = { id: 'x', name: `A\r\nBcc: someone@example.org\u0000\u2028${'é'.repeat(200)}` };
    const { subject } = to(language, mail(name, { locality }));
    expect(subject).toContain('A Bcc: someone@example.org');
    expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    expect(subject.length).toBeLessThanOrEqual(120);
  });

  it('weighs less than 60 kB, however much people wrote', () => {
    expect(Buffer.byteLength(to(language, mail(name), appUrl).html)).toBeLessThan(12_000);
    const long = '"'.repeat(50_000);
    const changes = name.startsWith('programme')
      ? {}
      : {
          stage: { es: '"'.repeat(300), en: '"'.repeat(300) },
          track: { es: '"'.repeat(300), en: '"'.repeat(300) },
        };
    const texts = name === 'gate-decided' || name === 'override-used' ? { reason: long } : {};
    const note = name === 'review-requested' ? { note: long } : {};
    const content = mail(name, { locality: { id: 'x', name: long }, ...changes, ...texts, ...note });
    expect(Buffer.byteLength(to(language, content, appUrl).html)).toBeLessThan(60_000);
  });

  it('is one document in its language that loads nothing and knows dark mode', () => {
    const { html } = to(language, mail(name), appUrl);
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toContain('@media (prefers-color-scheme:dark)');
    expect(html).not.toMatch(/<img|<link|<script|src=|url\(|@import/);
    expect(html.match(/<table /g)?.length).toBe(html.match(/<table role="presentation"/g)?.length);
  });

  it('wraps the plain text at 72 columns, addresses apart', () => {
    const lines = to(language, mail(name), appUrl).text.split('\n');
    for (const line of lines) if (!line.startsWith('http')) expect(line.length).toBeLessThanOrEqual(72);
  });
});

describe('what people wrote', () => {
  it('keeps its lines, marked as theirs', () => {
    const { text, html } = to('es', mail('gate-decided', { reason: 'Falta el acta.\r\n\r\n----\nGracias.' }));
    expect(text).toContain('> Falta el acta.\n>\n> ----\n> Gracias.\n');
    expect(html).toContain('Falta el acta.<br>\n<br>\n----<br>\nGracias.');
  });

  it('cannot turn the reading direction or break the encoding', () => {
    const name = 'Riberas\u202E del\u2066 Bravo\uD800';
    const { subject, html } = to('es', mail('stage-opened', { locality: { id: 'x', name } }));
    expect(subject).toContain('Riberas del Bravo\uFFFD');
    expect(html).not.toMatch(/[\u202E\u2066\uD800]/u);
  });

  it('is cut with a word of where the rest is, never within a character', () => {
    const reason = `x${'😀'.repeat(3_000)}`;
    const { html } = to('es', mail('gate-decided', { reason }));
    expect(html).toContain('😀… (el texto completo está en Etapas)</blockquote>');
    expect(html).not.toContain('\uFFFD');
  });
});

describe('dates', () => {
  afterEach(() => vi.unstubAllEnvs());

  it.each(['Pacific/Kiritimati', 'America/Tijuana', 'UTC'])(
    'stay the day they are on a machine in %s',
    (zone) => {
      vi.stubEnv('TZ', zone);
      const content = mail('stage-opened', { targetOn: '2027-01-01' });
      expect(to('es', content).text).toContain('Fecha prevista: 1 de enero de 2027');
      expect(to('en', content).text).toContain('Target date: 1 January 2027');
    },
  );
});
