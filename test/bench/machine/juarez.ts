import { join } from 'node:path';
import { readMunicipalities } from '../../../infra/municipalities.ts';

export const root = join(import.meta.dirname, '..', '..', '..');

const example = readMunicipalities(join(root, 'municipalities')).find(({ id }) => id === 'juarez');
if (!example) throw new Error('there is no municipality juarez');

/** The example municipality, which may send as many mails a day as it likes; else a wave would stop at the thousandth. */
export const juarez = { ...example, mail: { ...example.mail, dailyCap: 1_000_000 } };
