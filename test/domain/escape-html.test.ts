import { describe, expect, it } from 'vitest';
import { escapeHtml } from '../../domain/escape-html.ts';
import { dumbbell } from '../../domain/evaluation/dumbbell.ts';
import type { EmailContent } from '../../emails/content.ts';
import { htmlOf } from '../../emails/html.ts';
import { html } from '../../functions/runtime/html.ts';

const said = `<b title="x" lang='y'>Paz & luz</b>`;
const escaped = '&lt;b title=&quot;x&quot; lang=&#39;y&#39;&gt;Paz &amp; luz&lt;/b&gt;';

describe('text in HTML', () => {
  it.each([
    [said, escaped],
    ['&amp;', '&amp;amp;'],
    ['ñandú «100 %» – 中', 'ñandú «100 %» – 中'],
    ['', ''],
  ])('%j is written %j', (text, written) => {
    expect(escapeHtml(text)).toBe(written);
  });

  it('is escaped alike in mails, pages and pictures', () => {
    const content: EmailContent = {
      language: 'es',
      subject: said,
      sender: 'Etapas',
      preview: '',
      heading: said,
      blocks: [{ kind: 'paragraph', text: said }],
      footer: 'Juárez',
      publicUrl: 'https://etapas.example',
    };
    const mail = htmlOf(content, []);
    const words = {
      title: said,
      description: said,
      baseline: 'Antes',
      followUp: 'Después',
      interval: '95 %',
      verdicts: {
        improved: '',
        worsened: '',
        'no-detectable-change': '',
        'not-comparable': '',
      },
    };
    for (const markup of [mail, html`<p>${said}</p>`.text, dumbbell('a', [], words)]) {
      expect(markup).toContain(escaped);
      expect(markup).not.toContain(said);
    }
  });
});
