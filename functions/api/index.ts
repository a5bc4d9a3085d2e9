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
} from '../runtime/environment.ts';
import { httpHandler } from '../runtime/http.ts';
import { apiDependencies } from './dependencies.ts';
import { openApi } from './openapi.ts';
import { routes } from './routes.ts';

/** Every signed-in route, and the description of them all. */
export const handler = httpHandler(
  routes,
  [{ path: '/openapi.json', body: () => openApi(routes) }],
  apiDependencies(
    deployedTable(),
    deployedMunicipality(),
    {
      programmes: deployedProgrammes(),
      questionnaires: deployedQuestionnaires(),
      bucket: fileBucket(filesBucket()),
      fonts: fontsIn(fontsFolder()),
    },
    clock,
  ),
);
