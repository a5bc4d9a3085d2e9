import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';

/**
 * A third language, as a folder of its own would bring it: it is registered for these tests, has some words, and those
 * of Spanish where it has none.
 */
vi.mock('../../domain/language-list.ts', async (original) => {
  const list = await original<typeof import('../../domain/language-list.ts')>();
  const byLanguage = <Value>(of: (language: string) => Value) => ({
    ...list.byLanguage((language) => of(language)),
    pt: of('pt'),
  });
  return {
    languageList: [...list.languageList, 'pt'],
    byLanguage,
    inEveryLanguage: (kept: Partial<Record<string, string>>) =>
      byLanguage((language) => kept[language] ?? kept.es ?? kept.en),
  };
});
vi.mock('../../words/languages.ts', async (original) => {
  const { languages, mailWords, pageWords, nameWords, ...others } =
    await original<typeof import('../../words/languages.ts')>();
  const portuguese = {
    name: 'Português',
    locale: 'pt-BR',
    documentLocale: 'pt-BR',
    letterLocale: 'pt-BR',
    complete: false,
  };
  return {
    ...others,
    languages: { ...languages, pt: portuguese },
    mailWords: { ...mailWords, pt: { ...mailWords.es, next: 'O que fazer agora' } },
    pageWords: { ...pageWords, pt: { ...pageWords.es, back: 'Voltar', inThisLanguage: 'Em português' } },
    nameWords: {
      ...nameWords,
      pt: { ...nameWords.es, levels: { ...nameWords.es.levels, state: 'Estadual' } },
    },
  };
});

const { Language, Text, KeptText } = await import('../../domain/language.ts');
const { StaffMail } = await import('../../domain/mail.ts');
const { renderStaffMail } = await import('../../emails/index.ts');
const { framed } = await import('../../functions/links/frame.ts');
const { html } = await import('../../functions/runtime/html.ts');
const { pageWords } = await import('../../words/languages.ts');
const { knownNames, textOf } = await import('../../words/names.ts');
const { languageName } = await import('../../words/language-name.ts');
const { formatsOf } = await import('../../web/words/format.ts');
const { readProgrammes } = await import('../../workflows/programmes.ts');
const { withNames } = await import('../../workflows/names.ts');

const pt = Language.parse('pt');
const named = z.object({ name: z.record(z.string(), z.string()) });

describe('a third language', () => {
  it('is one that mails are written in, with Spanish where it has no words', () => {
    const mail = StaffMail.parse({
      message: 'stage-opened',
      locality: { id: 'riberas', name: 'Riberas' },
      programme: { es: 'Convivir Mejor', en: 'Living Better Together' },
      stage: { es: 'Participación comunitaria', en: 'Community involvement' },
      visit: 1,
      targetOn: '2026-12-05',
      requiredActivities: 5,
    });
    const { text } = renderStaffMail(mail, {
      language: pt,
      municipality: { name: 'Ciudad Juárez' },
      publicUrl: 'https://etapas.juarez.example',
    });
    expect(text).toContain('O que fazer agora');
    expect(text).toContain('5 de dezembro de 2026');
    expect(text).toContain('Participación comunitaria');
  });

  it('is one that pages lead to, and from', () => {
    const page = { status: 200, title: 'x', content: html`<p>x</p>` };
    const pageIn = (language: typeof pt) =>
      framed(page, { language, messages: pageWords[language] }, 'Ciudad Juárez').body;
    expect(pageIn(pt)).toContain('<html lang="pt">');
    expect(pageIn(pt)).toContain('lang="es" hreflang="es">En español');
    expect(pageIn(pt)).toContain('lang="en" hreflang="en">In English');
    expect(pageIn(Language.parse('es'))).toContain('lang="pt" hreflang="pt">Em português');
  });

  it('is one that the app writes dates in and chooses by name', () => {
    expect(formatsOf(pt, 'America/Ciudad_Juarez').longDate('2030-12-05')).toContain('dezembro');
    expect(languageName(pt, Language.parse('es'))).toBe('Portugués');
    expect(languageName(Language.parse('en'), pt)).toBe('Inglês');
  });

  it('is asked for wherever there is a text, and has the first one in what was kept before it', () => {
    expect(textOf(({ levels }) => levels.state)).toEqual({ es: 'Estatal', en: 'State', pt: 'Estadual' });
    expect(knownNames('levels').state).toEqual(['Estatal', 'State', 'Estadual']);
    expect(Text.safeParse({ es: 'uno', en: 'one' }).success).toBe(false);
    expect(KeptText.parse({ es: 'uno', en: 'one' })).toEqual({ es: 'uno', en: 'one', pt: 'uno' });
  });

  it('has the Spanish names of a programme that is not translated', () => {
    const names = readProgrammes().map((programme) => named.parse(programme).name);
    expect(names.length).toBeGreaterThan(1);
    for (const { es, pt } of names) expect(pt).toBe(es);
  });
});

describe('the names of a programme', () => {
  const lists = { file: { always: ['name'] }, stages: { always: ['name'] } };
  const file = { id: 'model', stages: [{ key: 'one' }, { key: 'two' }] };
  const es = { name: 'Modelo', stages: { one: 'Uno', two: { name: 'Dos' } } };
  const spoken = (complete: boolean) => ({ es: { complete: true }, pt: { complete } });

  it('stand beside its frozen file, and a language that is not complete falls back to the first', () => {
    const { content, faults } = withNames(
      file,
      lists,
      { es, pt: { stages: { two: 'Dois' } } },
      spoken(false),
    );
    expect(faults).toEqual([]);
    expect(content).toEqual({
      id: 'model',
      name: { es: 'Modelo', pt: 'Modelo' },
      stages: [
        { key: 'one', name: { es: 'Uno', pt: 'Uno' } },
        { key: 'two', name: { es: 'Dos', pt: 'Dois' } },
      ],
    });
  });

  it.each([
    [
      'name nothing that is not there',
      { ...es, stages: { ...es.stages, three: 'Tres' } },
      'stages.three: is named in the language "pt" and is not there',
    ],
    [
      'are all there in a language that claims it',
      { name: 'Modelo', stages: { one: 'Um' } },
      'stages.two.name: has no name in the language "pt"',
    ],
    [
      'have a file in a language that claims it',
      undefined,
      'there is no file of its names in the language "pt"',
    ],
  ])('%s', (_, pt, fault) => {
    expect(withNames(file, lists, { es, pt }, spoken(true)).faults).toEqual([fault]);
  });
});
