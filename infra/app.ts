import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import * as z from 'zod';
import { InvalidProgramme, readProgrammes } from '../workflows/programmes.ts';
import { addStacks } from './add-stacks.ts';
import { AppMissing, requireBuiltApp } from './constructs/web-files.ts';
import { chooseMunicipalities, MunicipalityError, readMunicipalities } from './municipalities.ts';

/** What `cdk -c name=value` may set. */
const Context = z.object({ municipality: z.coerce.string().optional() });

/** The folder of the built app; without it, stacks are made that have no app: for one machine, which serves it itself. */
const [, , builtApp] = process.argv;

try {
  if (builtApp !== undefined) requireBuiltApp(builtApp);
  const app = new App();
  const { municipality } = Context.parse({ municipality: app.node.tryGetContext('municipality') });
  const all = readMunicipalities(join(import.meta.dirname, '..', 'municipalities'));
  addStacks(app, chooseMunicipalities(all, municipality), readProgrammes(), builtApp);
} catch (error) {
  const known =
    error instanceof MunicipalityError || error instanceof InvalidProgramme || error instanceof AppMissing;
  if (!known) throw error;
  console.error(error.message);
  process.exit(1);
}
