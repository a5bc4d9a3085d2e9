import type { Words } from '../es/index.ts';
import { counted } from '../plural.ts';

export const portfolio: Words['portfolio'] = {
  title: 'Localities',
  search: 'Search by name or code',
  none: 'There are no localities yet',
  noneText: 'When one is given to you, it will appear here.',
  noneFound: 'No locality matches',
  noneFoundText: 'Check how you wrote it, or clear the search to see them all.',
  more: 'Show more',
  shown: counted('en-MX', { one: '# locality', other: '# localities' }),
};
