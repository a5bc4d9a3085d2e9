import { counted } from '../plural.ts';

export const portfolio = {
  title: 'Localidades',
  search: 'Buscar por nombre o clave',
  none: 'Todavía no hay localidades',
  noneText: 'Cuando se le asigne una, aparecerá aquí.',
  noneFound: 'Ninguna localidad coincide',
  noneFoundText: 'Revise cómo lo escribió, o borre la búsqueda para verlas todas.',
  more: 'Ver más',
  shown: counted('es-MX', { one: '# localidad', other: '# localidades' }),
};
