import { describe, expect, it } from 'vitest';
import { flat, kinds, mail, readable, to, undecorated } from './mails.ts';

const previewOf = (html: string) => /<div style="display:none;[^>]*>(.*?)<\/div>/.exec(html)?.[1];

describe.each(kinds)('what a mailbox shows beside the subject of %s', (kind) => {
  it.each(['es', 'en'] as const)(
    'is the first thing that the mail says, hidden where it is read, in %s',
    (language) => {
      const { html, text } = to(language, mail(kind));
      const preview = (previewOf(html) ?? '')
        .replace(/…$/, '')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&');
      expect(preview.length).toBeGreaterThan(20);
      expect(preview.length).toBeLessThanOrEqual(150);
      expect(undecorated(text)).toContain(preview);
      expect(html.indexOf('display:none')).toBeLessThan(html.indexOf('<h1'));
      expect(readable(html)).toBe(undecorated(text));
    },
  );
});

it('what a mailbox shows is cut, and shows what people wrote as the characters it is', () => {
  const name = '<b>"Bravo"</b> '.repeat(30);
  const { html } = to('es', mail('review-requested', { locality: { id: 'x', name } }));
  expect(previewOf(html)).not.toMatch(/<b>/);
  expect(flat(previewOf(html) ?? '')).toMatch(/…$/);
});
