import type { MetricSystem, Region, TerritoryFault } from '../../domain/territory/fault.ts';
import type { TerritoryWords } from '../es/territory.ts';

const count = new Intl.NumberFormat('en-MX');
const degrees = new Intl.NumberFormat('en-MX', { maximumFractionDigits: 4 });
const where = ([x, y]: readonly [number, number]) =>
  `latitude ${degrees.format(y)}, longitude ${degrees.format(x)}`;

const inMetres: Record<MetricSystem, string> = {
  utm: 'metres (UTM)',
  lambert: "metres (Lambert, INEGI's projection)",
  'web-mercator': 'metres (Web Mercator)',
  unknown: 'metres',
};
const regions: Record<Region, string> = {
  zero: 'latitude 0, longitude 0, off Africa, as when coordinates are missing',
  'north-america': 'the United States or Canada',
  'central-america': 'Central America or the Caribbean',
  'south-america': 'South America',
  europe: 'Europe',
  africa: 'Africa',
  asia: 'Asia',
  oceania: 'Oceania',
  antarctica: 'Antarctica',
  sea: 'the sea',
};
const shapes: Record<TerritoryFault<'no-polygon'>['is'], string> = {
  line: 'is a line, which encloses no ground',
  point: 'is a point, which encloses no ground',
  other: 'is neither a polygon nor a multipolygon',
};

export const territory: TerritoryWords = {
  'other-crs': ({ name, system }) =>
    `is in another coordinate system, ${name}${system ? `, and looks like ${inMetres[system]}` : ''}: export it in WGS 84 (EPSG:4326)`,
  'no-polygon': ({ is }) => `${shapes[is]}: draw its outline as a polygon`,
  malformed: () =>
    'is not a GeoJSON polygon of points [longitude, latitude]: export it again from your mapping program',
  'too-detailed': ({ points }) =>
    `has ${count.format(points)} points, and 5,000 are taken at most: simplify the outline in your mapping program`,
  'too-many-parts': () => 'has more than 100 parts or holes: simplify the outline in your mapping program',
  'ring-short': () => 'one of its outlines has fewer than four points: draw it whole',
  'ring-open': () => 'one of its outlines does not end where it begins: close it',
  'no-area': () => 'looks like a line, which encloses no ground: draw its outline as a polygon',
  'too-small': () =>
    'encloses less than 100 m²: a scrap of another outline, not a place; take it out or draw it whole',
  'crosses-itself': ({ at }) =>
    `its outline crosses itself, like a bow tie, near ${where(at)}: put the points there in order`,
  'too-intricate': () =>
    'its outline goes to and fro more than 1,000 times: simplify it in your mapping program',
  metres: ({ system }) =>
    `its coordinates look like ${inMetres[system]}, not degrees: export it in WGS 84 (EPSG:4326)`,
  swapped: () =>
    'looks like latitude and longitude are swapped: longitude comes first, as in [-106.48, 31.69]; swap them',
  'sign-lost': () =>
    'its longitude looks like it lost its minus sign: in Mexico it is negative, like -106.48; add it',
  'not-degrees': () =>
    'its coordinates are not degrees of longitude and latitude: export it in WGS 84 (EPSG:4326)',
  elsewhere: ({ region, at }) =>
    `is outside Mexico: it seems to be in ${regions[region]} (${where(at)}); see whether it is the right file`,
};
