import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { type DumbbellRow, dumbbell } from '../../../domain/evaluation/dumbbell.ts';
import { openBrowser, picture } from '../../browser/browser.ts';

const words = {
  title: 'Seguimiento y línea base',
  description: 'Trece indicadores con sus intervalos de 95 %.',
  baseline: 'Línea base',
  followUp: 'Seguimiento',
  interval: 'Intervalo de 95 %',
  verdicts: {
    improved: 'mejoró',
    worsened: 'empeoró',
    'no-detectable-change': 'sin cambio detectable',
    'not-comparable': 'no se puede comparar',
  },
};
const percent = (value: number) => `${Math.round(value * 100)} %`;
const hours = (value: number) => `${value.toFixed(1)} h`;

const row = (changes: Partial<DumbbellRow> = {}): DumbbellRow => ({
  label: 'IDC03 Disposición a participar en procesos comunitarios',
  baseline: { estimate: 0.41, low: 0.36, high: 0.46 },
  followUp: { estimate: 0.55, low: 0.5, high: 0.6 },
  verdict: 'improved',
  scale: [0, 1],
  format: percent,
  ...changes,
});

const rows = [
  row(),
  row({
    label: 'IDC01 Percepción de inseguridad, presente',
    baseline: { estimate: 0.62, low: 0.57, high: 0.67 },
    followUp: { estimate: 0.71, low: 0.66, high: 0.75 },
    verdict: 'worsened',
  }),
  row({
    label: 'IDC12 Horas por semana de convivencia familiar',
    baseline: { estimate: 12.4, low: 11.1, high: 13.7 },
    followUp: { estimate: 12.1, low: 10.9, high: 13.3 },
    verdict: 'no-detectable-change',
    scale: [0, 40],
    format: hours,
  }),
  row({
    label: 'IDC08 Pertenencia a una asociación vecinal o comunitaria',
    baseline: { estimate: 0, low: 0, high: 0.02 },
    followUp: { estimate: 1, low: 0.98, high: 1 },
  }),
  row({ label: 'IDC10 Sentimiento de solidaridad', baseline: undefined, verdict: 'not-comparable' }),
  row({
    label: 'IDC13 Percepción de deterioro físico',
    baseline: { estimate: 0.3, low: 0.25, high: 0.36 },
    followUp: { estimate: 0.32, low: 0.27, high: 0.38 },
    verdict: 'not-comparable',
  }),
];

describe('the picture of baseline and follow-up', () => {
  it('says everything in words, too: title, figures and verdict of each row', () => {
    const svg = dumbbell('evaluation', rows, words);
    const told = svg.match(/<desc[^>]*>(.*)<\/desc>/)?.[1] ?? '';
    expect(svg).toContain('role="img"');
    expect(svg).toContain('aria-labelledby="evaluation-title"');
    expect(svg).toContain('<title id="evaluation-title">Seguimiento y línea base</title>');
    expect(told).toContain(
      'IDC03 Disposición a participar en procesos comunitarios: Línea base 41 % (36 % – 46 %), ' +
        'Seguimiento 55 % (50 % – 60 %), mejoró.',
    );
    expect(told).toContain('12.4 h (11.1 h – 13.7 h)');
    expect(told).toContain('sin cambio detectable');
  });

  it('joins no waves that cannot be compared, and draws none that is not there', () => {
    const joins = (changes: Partial<DumbbellRow>) =>
      dumbbell('e', [row(changes)], words).split('stroke-dasharray').length - 1;
    expect(joins({})).toBe(1);
    expect(joins({ verdict: 'not-comparable' })).toBe(0);
    expect(joins({ verdict: 'not-comparable', followUp: undefined })).toBe(0);
    const neither = { verdict: 'not-comparable', baseline: undefined, followUp: undefined } as const;
    expect(dumbbell('e', [row(neither)], words)).toContain('comunitarios: no se puede comparar.');
  });

  it('has nothing that a strict content policy refuses, and nothing from elsewhere', () => {
    const svg = dumbbell('evaluation', rows, words);
    expect(svg).not.toMatch(/<script|<style|\sstyle=|\son\w+=|href|url\(|@import|<foreignObject/);
    expect(svg.match(/https?:[^"]*/g)).toEqual(['http://www.w3.org/2000/svg']);
  });

  it('draws no label or word as markup', () => {
    const svg = dumbbell('a"b', [row({ label: '<script>x</script> & "y"\u0007' })], words);
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script&gt;x&lt;/script&gt; &amp; &quot;y&quot;');
    expect(svg).toContain('id="a&quot;b-title"');
    expect(svg).not.toContain('\u0007');
  });

  it('keeps every mark on its scale, even where a scale has no length or a value lies beside it', () => {
    const odd = [
      row({ scale: [2, 2] }),
      row({ baseline: { estimate: -5, low: -9, high: 5 }, followUp: { estimate: 3, low: 0.2, high: 7 } }),
    ];
    const places = [...dumbbell('odd', odd, words).matchAll(/"(-?[\d.]+|NaN)%"/g)].map(([, place]) =>
      Number(place),
    );
    for (const place of places) {
      expect(place).toBeGreaterThanOrEqual(0);
      expect(place).toBeLessThanOrEqual(100);
    }
  });

  it('is sound markup inside a page', async () => {
    const page = `<!doctype html><html lang="es"><head><title>x</title></head><body>${dumbbell('e', rows, words)}</body></html>`;
    const report = await new HtmlValidate({ extends: ['html-validate:standard'] }).validateString(page);
    expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
  });

  it('shows all its words on screens of 320 and 760 pixels, under a policy that allows nothing', async () => {
    const browser = await openBrowser();
    try {
      for (const width of [320, 760]) {
        const page = await browser.newPage({ viewport: { width, height: 700 } });
        const refused: string[] = [];
        page.on('console', (message) => {
          if (message.type() === 'error') refused.push(message.text());
        });
        await page.setContent(
          `<!doctype html><html lang="es"><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'"><title>x</title></head><body>${dumbbell('e', rows, words)}</body></html>`,
        );
        const beyond = await page.evaluate(`(() => {
          const frame = document.querySelector('svg[role=img]').getBoundingClientRect();
          const isBeyond = ({ left, right }) => left < frame.left || right > frame.right;
          const texts = [...document.querySelectorAll('svg[role=img] text')];
          return texts.filter((text) => isBeyond(text.getBoundingClientRect())).map((text) => text.textContent);
        })()`);
        expect(beyond).toEqual([]);
        expect(refused).toEqual([]);
        await picture(page, `dumbbell-${width}`);
        await page.close();
      }
    } finally {
      await browser.close();
    }
  });
});
