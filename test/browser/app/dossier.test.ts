import { beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { sampleSurvey } from '../../../local/sample-survey.ts';
import { readQuestionnaires } from '../../../workflows/questionnaires.ts';
import { picture } from '../browser.ts';
import { ana, type CoordinatorsApp, coordinatorsApp, desk, isSound, phone, viewer } from './app.ts';

let app: CoordinatorsApp;
let id: string;
beforeAll(async () => {
  app = await coordinatorsApp();
  id = await app.locality('Chaveña');
  await app.walk.pass(id);
  await app.walk.promise(id, { name: 'Rosa Pérez', sector: 'school' }, { action: 'Pintar la escuela' });
  const questionnaire = readQuestionnaires().find((one) => one.id === 'convivencia');
  if (!questionnaire) throw new Error('the standard questionnaire is missing');
  const waves = {
    baseline: sampleSurvey(questionnaire, 320, 1),
    'follow-up': sampleSurvey(questionnaire, 340, 2, 0.4),
  };
  for (const [wave, answers] of Object.entries(waves))
    await app.api.as(ana)(z.unknown(), 'POST', `/api/localities/${id}/surveys/${wave}`, answers);
});

it('the whole record of a locality is on one page, and leaves as a document', async () => {
  const page = await app.open(ana, `/localities/${id}`);
  await page.getByRole('link', { name: 'Expediente' }).click();
  await page.getByRole('heading', { level: 1, name: 'Expediente de Chaveña' }).waitFor();
  for (const said of [
    'Convivir Mejor (versión 1)',
    'Minuta y lista de asistencia',
    'Motivo: Se cumplen los criterios de la etapa.',
    'Sin completar:',
    '320 personas encuestadas',
  ])
    await page.getByText(said).first().waitFor();
  await page.getByRole('row', { name: /Pintar la escuela Rosa Pérez Falta fecha/ }).waitFor();
  await page.getByRole('row', { name: /Percepción de inseguridad: en el presente/ }).waitFor();
  await expect.poll(() => page.getByText(/^[0-9a-f]{64}$/).count()).toBe(1);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/dossier.pdf', async (route) => {
    await held;
    await route.continue();
  });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Descargar PDF' }).click(),
    // It may take its time to be made, and says so.
    page
      .getByRole('progressbar', { name: 'Avance de la descarga' })
      .waitFor()
      .then(() => page.getByText('Preparando el archivo…').waitFor())
      .then(release),
  ]);
  expect(download.suggestedFilename()).toBe(`${id}-dossier.pdf`);
  await page.getByRole('link', { name: 'Volver a la localidad' }).click();
  await page.getByRole('heading', { level: 1, name: 'Chaveña' }).waitFor();
});

it('on paper there is the record alone, in dark letters on white', async () => {
  const page = await app.open(ana, `/localities/${id}/dossier`, { colorScheme: 'dark' });
  await page.getByRole('row', { name: /Pintar la escuela/ }).waitFor();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  for (const gone of ['banner', 'navigation', 'button'] as const)
    await expect
      .poll(() => page.getByRole(gone).filter({ visible: true }).count(), { message: gone })
      .toBe(0);
  const colour = (of: string) => page.evaluate(`getComputedStyle(document.querySelector('${of}')).color`);
  await expect.poll(() => colour('.dossier')).toBe('rgb(0, 0, 0)');
  await expect.poll(() => colour('h1')).toBe('rgb(20, 33, 30)');
  await picture(page, 'dossier-print', 'screenshots');
});

it('a viewer reads the organization or sector of who promised, not the name', async () => {
  const page = await app.open(viewer, `/localities/${id}/dossier`);
  await page.getByRole('row', { name: /Pintar la escuela Sector escolar/ }).waitFor();
  await expect.poll(() => page.getByText('Rosa Pérez').count()).toBe(0);
});

it.each([
  ['360-dark-en', { viewport: phone, colorScheme: 'dark', locale: 'en-US' }],
  ['1280-light', { viewport: desk, colorScheme: 'light' }],
] as const)('at %s it is accessible and fits', async (name, options) => {
  const page = await app.open(ana, `/localities/${id}/dossier`, options);
  await page.locator('.evaluation-picture').waitFor();
  await page.getByText(/^[0-9a-f]{64}$/).waitFor();
  await isSound(page, 'dossier');
  await picture(page, `dossier-${name}`, 'screenshots');
});
