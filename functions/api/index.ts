import { fontsIn } from '../dossier/fonts.ts';
import { fileBucket } from '../files/lazy-bucket.ts';
import { clock } from '../runtime/clock.ts';
import {
  deployedMunicipality,
  deployedProgrammes,
  deployedQuestionnaires,
  deployedTable,
  filesBucket,
  fontsFolder,
  publicUrl,
} from '../runtime/environment.ts';
import { httpHandler } from '../runtime/http.ts';
import { operations } from './operations.ts';

const table = deployedTable();
const municipality = deployedMunicipality();
const served = {
  programmes: deployedProgrammes(),
  questionnaires: deployedQuestionnaires(),
  bucket: fileBucket(filesBucket()),
  fonts: fontsIn(fontsFolder()),
  publicUrl: publicUrl(),
};

/** The description of every signed-in route. */
async function description() {
  const [{ openApi }, { routes }] = await Promise.all([import('./openapi.ts'), import('./routes.ts')]);
  return openApi(routes);
}

/** Every signed-in route, and the description of them all. */
export const handler = httpHandler(
  Object.values(operations),
  [{ path: '/openapi.json', body: description }],
  municipality,
  async () => {
    const { apiDependencies } = await import('./dependencies.ts');
    return apiDependencies(table, municipality, served, clock);
  },
);
