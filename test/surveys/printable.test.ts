import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { columnsOf } from '../../domain/evaluation/questionnaire.ts';
import { Language } from '../../domain/language.ts';
import { printableQuestionnaire } from '../../functions/surveys/printable.ts';
import { surveyTemplate } from '../../functions/surveys/template.ts';
import { convivencia, howMany, questionnaire } from '../support/questionnaires.ts';

describe.each(Language.options)('the questionnaire on paper, in %s', (language) => {
  const page = printableQuestionnaire(convivencia, language);

  it('asks every question with its answers, codes and column', () => {
    for (const item of convivencia.items) {
      expect(page).toContain(item.question[language]);
      expect(page).toContain(`<code>${item.column}</code>`);
      for (const { codes, label } of 'answers' in item ? item.answers : [])
        expect(page).toContain(`<strong>${codes[0]}</strong> ${label[language]}`);
    }
    expect(page.match(/<h2>/g)).toHaveLength(convivencia.items.length + 2);
    expect(page).toContain(`lang="${language}"`);
  });

  it('is valid markup without scripts or addresses to load', async () => {
    const { valid, results } = await new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: { 'doctype-style': 'off', 'no-trailing-whitespace': 'off' },
    }).validateString(page);
    expect(results.flatMap(({ messages }) => messages)).toEqual([]);
    expect(valid).toBe(true);
    expect(page).not.toMatch(/<script|src=|href=|url\(/);
  });

  it('shows markup in a question as the characters it is', () => {
    const hostile = { es: '<b>¿"Cuántos"?</b>', en: '<b>"How many"?</b>' };
    const text = printableQuestionnaire(questionnaire({ items: [howMany({ question: hostile })] }), language);
    expect(text).not.toContain('<b>');
    expect(text).toContain('&lt;b&gt;');
  });
});

describe('the template of a questionnaire', () => {
  it('has the columns that a file needs, and a row to show how they are filled in', async () => {
    const text = new TextDecoder().decode(await surveyTemplate(convivencia));
    const [titles = '', example = '', ...rest] = text.split('\r\n');
    const { design, ...needed } = convivencia;
    expect(titles.split(',')).toEqual([...convivencia.unread, ...columnsOf(needed)]);
    for (const column of Object.values(design ?? {})) expect(titles.split(',')).not.toContain(column);
    expect(example.split(',')).toHaveLength(titles.split(',').length);
    expect(rest).toEqual(['']);
  });

  it('has the columns of the sample where a file must have them', async () => {
    const design = { weight: 'peso', cluster: 'manzana' };
    const text = new TextDecoder().decode(await surveyTemplate(questionnaire({ design })));
    expect(text).toBe('peso,manzana,sexo,edad,asociacion,conocidos\r\n1,1,1,18,1,1\r\n');
  });
});
