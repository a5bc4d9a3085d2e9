import type { BrowserContextOptions } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { sampleSurvey } from '../../../local/sample-survey.ts';
import { convivencia } from '../../support/questionnaires.ts';
import { picture } from '../browser.ts';
import {
  ana,
  answersAreKept,
  approver,
  type CoordinatorsApp,
  coordinatorsApp,
  desk,
  isSound,
  phone,
} from './app.ts';

let app: CoordinatorsApp;
beforeAll(async () => {
  app = await coordinatorsApp();
});

/** What is on the screen, in the words of each language. */
const said = {
  es: {
    newLocality: 'Nueva localidad',
    name: 'Nombre',
    programme: 'Programa',
    convivir: 'Convivir Mejor',
    create: 'Crear y abrir',
    missing: 'Faltan 4 cosas',
    federal: 'Capacitación de representantes federales',
    local: 'Capacitación de autoridades estatales y locales',
    details: 'Nota, evidencia y cifras',
    done: 'Hecha',
    trained: 'Personas capacitadas',
    addLink: 'Agregar un enlace',
    which: 'Qué documento es',
    where: 'Dirección web',
    save: 'Guardar',
    ask: 'Pedir la revisión',
    asked: 'Usted pidió esta revisión',
    decide: 'Decidir',
    advance: /^Avanzar/,
    reason: 'Motivo',
    decided: 'Decidido: avanza.',
    next: 'Focalización territorial',
    import: 'Importar',
    matrixFile: 'Archivo de Excel',
    wrong: 'no hay una persona u organización así',
    importTwo: 'Importar 2 filas',
    importedTwo: 'Se importaron 2 filas.',
    answers: 'Archivo de respuestas',
    importAnswers: /^Importar \d+ respuestas/,
    surveys: 'Encuestas',
    improved: /^\d+ mejoraron$/,
    waiting: '1 cambio en espera',
    review: 'Revisión de propuestas de planeación anteriores',
    lastSeen: 'Está viendo lo último que se cargó',
  },
  en: {
    newLocality: 'New locality',
    name: 'Name',
    programme: 'Programme',
    convivir: 'Convivir Mejor (Better Coexistence)',
    create: 'Create it and open',
    missing: '4 things are missing',
    federal: 'Federal representatives',
    local: 'State and local',
    details: 'Note, evidence and figures',
    done: 'Done',
    trained: 'People trained',
    addLink: 'Add a link',
    which: 'Which document it is',
    where: 'Web address',
    save: 'Save',
    ask: 'Ask for the review',
    asked: 'You asked for this review',
    decide: 'Decide',
    advance: /^Go on/,
    reason: 'Reason',
    decided: 'Decided: it goes on.',
    next: 'Territorial targeting',
    import: 'Import',
    matrixFile: 'Excel',
    wrong: 'is no stakeholder',
    importTwo: 'Import 2 rows',
    importedTwo: '2 rows were imported.',
    answers: 'File of answers',
    importAnswers: /^Import \d+ answers/,
    surveys: 'Surveys',
    improved: /^\d+ improved$/,
    waiting: '1 change waiting',
    review: 'Review of previous planning proposals',
    lastSeen: 'You are looking at what was loaded last',
  },
};

const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

const ways: ['es' | 'en', number, BrowserContextOptions][] = [
  ['es', 360, { viewport: phone, serviceWorkers: 'allow' }],
  ['en', 1280, { viewport: desk, locale: 'en-US', serviceWorkers: 'allow' }],
];

it.each(ways)(
  'in %s at %i pixels a locality is taken from its creation to its evaluation',
  async (language, width, options) => {
    const words = said[language];
    const shown = (what: string) => `whole-${what}-${width}`;
    const page = await app.open(ana, '/localities', options);
    await page.getByRole('link', { name: words.newLocality }).click();
    await page.getByLabel(words.name, { exact: true }).fill(`Anapra ${width}`);
    await page.getByLabel(words.programme, { exact: true }).selectOption({ label: words.convivir });
    await page.getByRole('button', { name: words.create }).click();
    await page.getByRole('heading', { level: 1, name: `Anapra ${width}` }).waitFor();

    // A stage with something missing, then complete.
    await page.getByText(words.missing).waitFor();
    const id = new URL(page.url()).pathname.split('/')[2] ?? '';
    for (const name of [words.federal, words.local]) {
      const activity = page.locator('.activity', { hasText: name });
      await activity.getByText(words.details).click();
      await activity.getByRole('radio', { name: words.done }).check();
      await activity.getByLabel(words.trained).fill('12');
      await activity.getByRole('button', { name: words.addLink }).click();
      await activity.getByLabel(words.which, { exact: true }).fill('Lista');
      await activity.getByLabel(words.where).fill('https://juarez.example/lista.pdf');
      await activity.getByRole('button', { name: words.save }).click();
      await activity.getByRole('link', { name: 'Lista' }).waitFor();
    }

    // Two people: one asks, the other decides.
    await page.getByRole('button', { name: words.ask }).click();
    await page.getByRole('dialog').getByRole('button', { name: words.ask }).click();
    await page.getByText(words.asked).waitFor();
    const other = await app.open(approver, `/localities/${id}`, options);
    await other.getByRole('button', { name: words.decide }).click();
    const deciding = other.getByRole('dialog');
    await deciding.getByRole('radio', { name: words.advance }).check();
    await deciding.getByLabel(words.reason).fill('Completo');
    await deciding.getByRole('button', { name: words.advance }).click();
    await other.getByText(words.decided).waitFor();
    await other.getByRole('heading', { level: 2, name: words.next }).waitFor();

    // The matrix, from a file that is wrong at first.
    await page.goto(`${app.url}/localities/${id}/matrix`);
    await page.getByRole('button', { name: words.import }).click();
    const matrix = page.getByLabel(words.matrixFile);
    const head = 'acción;responsable;fecha\n';
    await matrix.setInputFiles(file('matriz.csv', `${head}Pintar;;05/12/2031\nPodar;Nadie;\n`));
    await page.getByRole('row').filter({ hasText: words.wrong }).waitFor();
    await isSound(page, shown('import'));
    await matrix.setInputFiles(file('matriz.csv', `${head}Pintar;;05/12/2031\nPodar;;\n`));
    await page.getByRole('button', { name: words.importTwo }).click();
    await page.getByText(words.importedTwo).waitFor();

    // Both surveys, and what they say.
    for (const [wave, rows] of [
      ['baseline', sampleSurvey(convivencia, 320, 1)],
      ['follow-up', sampleSurvey(convivencia, 340, 2, 0.4)],
    ] as const) {
      await page.goto(`${app.url}/localities/${id}/indicators/import/${wave}`);
      await page.getByLabel(words.answers).setInputFiles(file(`${wave}.csv`, rows));
      await page.getByRole('button', { name: words.importAnswers }).click();
      await page.getByRole('heading', { name: words.surveys }).waitFor();
    }
    await page.getByText(words.improved).waitFor();
    await isSound(page, shown('evaluation'));
    await picture(page, shown('evaluation'), 'screenshots');

    // Out of reach, and back.
    await page.goto(`${app.url}/localities/${id}`);
    await page.getByRole('checkbox', { name: words.review }).waitFor();
    const stage = 'territorial-targeting';
    await answersAreKept(page, {
      'GET /api/localities/{id}': { current: [{ stage }] },
      'GET /api/localities/{id}/stages': {
        items: expect.arrayContaining([
          expect.objectContaining({ stage, visits: [expect.objectContaining({ visit: 1 })] }),
        ]),
      },
      'GET /api/localities/{id}/gate': { stage },
    });
    await page.context().setOffline(true);
    await page.reload();
    await page.getByText(words.lastSeen).waitFor();
    await page.getByRole('checkbox', { name: words.review }).check();
    await page.getByRole('button', { name: words.waiting }).waitFor();
    await picture(page, shown('offline'), 'screenshots');
    await page.context().setOffline(false);
    await expect
      .poll(async () => (await app.activity(id, 'review-of-previous-proposals'))?.status, { timeout: 60_000 })
      .toBe('done');
  },
);
