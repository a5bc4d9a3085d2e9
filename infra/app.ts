import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import * as z from 'zod';
import { InvalidProgramme, readProgrammes } from '../workflows/programmes.ts';
import { addStacks } from './add-stacks.ts';
import { chooseMunicipalities, MunicipalityError, readMunicipalities } from './municipalities.ts';

/** What `cdk -c name=value` may set. */
const Context = z.object({ municipality: z.coerce.string().optional() });

try {
  const app = new App();
  const { municipality } = Context.parse({ municipality: app.node.tryGetContext('municipality') });
  const all = readMunicipalities(join(import.meta.dirname, '..', 'municipalities'));
  addStacks(app, chooseMunicipalities(all, municipality), readProgrammes());
} catch (error) {
  if (!(error instanceof MunicipalityError || error instanceof InvalidProgramme)) throw error;
  console.error(error.message);
  process.exit(1);
}
