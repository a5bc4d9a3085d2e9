import type { Locality } from '../../domain/locality.ts';

/** What a locality goes by in a file: its name, and its code, also as a spreadsheet leaves it that takes it for a number. */
export const namesOfLocality = ({ name, code }: Pick<Locality, 'name' | 'code'>): (string | undefined)[] => [
  name,
  code,
  code?.replace(/^0(?=\d{4,}$)/, ''),
];
