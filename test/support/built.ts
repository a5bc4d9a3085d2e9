import { join } from 'node:path';
import { synthesize } from '../../local/synthesis.ts';
import { buildApp } from '../../local/web/build-app.ts';

const root = join(import.meta.dirname, '..', '..');
/**
 * Makes what every running Etapas serves, the cloud assembly and the app, unless the sources are still those it was made
 * from: once, and before the first is started. Machines that start together would each make it, and the app, which
 * they build when they have nothing else to do, would be waited for by tests while both cores are busy.
 */
export const built = () => Promise.all([synthesize(root, 'juarez', () => {}), buildApp(root, 'awaited')]);
