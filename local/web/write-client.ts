import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clientTypes } from './client-types.ts';

/** `npm run client`: writes the app's types of the interface anew. */
writeFileSync(join(import.meta.dirname, '..', '..', 'web', 'api', 'routes.ts'), await clientTypes());
