import { afterEach, describe, expect, it, vi } from 'vitest';
import type { StaffMailKind } from '../../domain/mail.ts';
import { kinds, mail, readable, to, undecorated } from './mails.ts';

const appUrl = 'https://etapas.juarez.example/';
const riberas = 'https://etapas.juarez.example/localities/riberas-del-bravo';
/** Where each mail leads, of those in `mails.ts`. */
const places: Record<StaffMailKind, string> = {
  'stage-opened': `${riberas}/stages/community-involvement`,
  'review-requested': `${riberas}/stages/community-involvement`,
  'review-void': `${riberas}/stages/community-involvement`,
  'gate-decided': `${riberas}/stages/action-plan`,
  'override-used': `${riberas}/stages/community-involvement`,
  'programme-completed': riberas,
};
/** What a mail lacked before it named its gate. */
const old = { gate: undefined, nextGate: undefined };
const cases = kinds.flatMap((name) => (['es', 'en'] as const).map((language) => ({ name, language })));

describe.each(cases)('$name in $language', ({ name, language }) => {
  const hostile = '<script>alert("1")</script> & \'Bravo\'';

  it('says the same in HTML and in plain text', () => {
    const { text, html } = to(language, mail(name), appUrl);
    expect(readable(html)).toBe(undecorated(text));
  });

  it('has one button, to what it tells of, and a link to the privacy notice, and both addresses in the plain text', () => {
    const { html, text } = to(language, mail(name), appUrl);
    expect(html.match(/href="[^"]*"/g)).toEqual([
      `href="${places[name]}"`,
      `href="${appUrl}privacy?lang=${language}"`,
    ]);
    expect(text).toContain(`:\n${places[name]}\n`);
    expect(text).toContain(`:\n${appUrl}privacy?lang=${language}\n`);
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

describe('the button of a mail', () => {
  const linkOf = (...of: Parameters<typeof mail>) =>
    /^http.*$/m.exec(to('es', mail(...of), appUrl).text)?.[0];

  it('leads to the gate of the track', () => {
    const gate = { stage: 'plan', track: 'multisector-actions' };
    for (const kind of ['stage-opened', 'review-requested', 'override-used'] as const)
      expect(linkOf(kind, { gate })).toBe(`${riberas}/stages/plan#track-multisector-actions`);
  });

  it('leads from a decision to where work goes on, and else to the gate that was decided', () => {
    expect(linkOf('gate-decided', { nextGate: { stage: 'plan', track: 'a b' } })).toBe(
      `${riberas}/stages/plan#track-a%20b`,
    );
    const last = { outcome: 'close', next: undefined, nextGate: undefined };
    expect(linkOf('gate-decided', last)).toBe(`${riberas}/stages/community-involvement`);
  });

  it('leads to the locality where an earlier version queued the mail', () => {
    for (const kind of kinds) {
      const unnamed =
        kind === 'programme-completed' ? {} : kind === 'gate-decided' ? old : { gate: undefined };
      expect(linkOf(kind, unnamed)).toBe(riberas);
    }
  });

  it('leads to the root of the origin that people know, whatever page of it is the public one', () => {
    const { text } = to('es', mail('programme-completed'), 'https://etapas.juarez.example/inicio?x=1');
    expect(text).toContain(`\n${riberas}\n`);
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
