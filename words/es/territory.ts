import type {
  MetricSystem,
  Region,
  TerritoryFault,
  TerritoryFaultKind,
} from '../../domain/territory/fault.ts';

/** A sentence for each kind of fault of a territory: what it looks like, and what to do. */
export type TerritoryWords = { [Kind in TerritoryFaultKind]: (fault: TerritoryFault<Kind>) => string };

const count = new Intl.NumberFormat('es-MX');
const degrees = new Intl.NumberFormat('es-MX', { maximumFractionDigits: 4 });
const where = ([x, y]: readonly [number, number]) =>
  `latitud ${degrees.format(y)}, longitud ${degrees.format(x)}`;

const inMetres: Record<MetricSystem, string> = {
  utm: 'metros (UTM)',
  lambert: 'metros (Lambert, la proyección del INEGI)',
  'web-mercator': 'metros (Web Mercator)',
  unknown: 'metros',
};
const regions: Record<Region, string> = {
  zero: 'latitud 0, longitud 0, frente a África, como cuando faltan las coordenadas',
  'north-america': 'Estados Unidos o Canadá',
  'central-america': 'Centroamérica o el Caribe',
  'south-america': 'Sudamérica',
  europe: 'Europa',
  africa: 'África',
  asia: 'Asia',
  oceania: 'Oceanía',
  antarctica: 'la Antártida',
  sea: 'el mar',
};
const shapes: Record<TerritoryFault<'no-polygon'>['is'], string> = {
  line: 'es una línea, que no encierra terreno',
  point: 'es un punto, que no encierra terreno',
  other: 'no es un polígono ni un multipolígono',
};

export const territory: TerritoryWords = {
  'other-crs': ({ name, system }) =>
    `está en otro sistema de coordenadas, ${name}${system ? `, y parece estar en ${inMetres[system]}` : ''}: expórtelo en WGS 84 (EPSG:4326)`,
  'no-polygon': ({ is }) => `${shapes[is]}: dibuje el contorno como polígono`,
  malformed: () =>
    'no es un polígono de GeoJSON con puntos [longitud, latitud]: expórtelo de nuevo desde su programa de mapas',
  'too-detailed': ({ points }) =>
    `tiene ${count.format(points)} puntos y se admiten hasta 5,000: simplifique el contorno en su programa de mapas`,
  'too-many-parts': () => 'tiene más de 100 partes o huecos: simplifique el contorno en su programa de mapas',
  'ring-short': () => 'uno de sus contornos tiene menos de cuatro puntos: dibújelo completo',
  'ring-open': () => 'uno de sus contornos no termina donde empieza: ciérrelo',
  'no-area': () => 'parece una línea, que no encierra terreno: dibuje el contorno como polígono',
  'too-small': () =>
    'encierra menos de 100 m²: es un resto de otro contorno, no un lugar; quítelo o dibújelo completo',
  'crosses-itself': ({ at }) =>
    `su contorno se cruza a sí mismo, como un moño, cerca de ${where(at)}: corrija ahí el orden de los puntos`,
  'too-intricate': () =>
    'su contorno va y viene más de 1,000 veces de lado a lado: simplifíquelo en su programa de mapas',
  metres: ({ system }) =>
    `sus coordenadas parecen estar en ${inMetres[system]}, no en grados: expórtelo en WGS 84 (EPSG:4326)`,
  swapped: () =>
    'parece tener al revés latitud y longitud: va primero la longitud, como en [-106.48, 31.69]; intercámbielas',
  'sign-lost': () =>
    'a su longitud parece faltarle el signo menos: en México es negativa, como -106.48; agréguelo',
  'not-degrees': () => 'sus coordenadas no son grados de longitud y latitud: expórtelo en WGS 84 (EPSG:4326)',
  elsewhere: ({ region, at }) =>
    `queda fuera de México: parece estar en ${regions[region]} (${where(at)}); revise si es el archivo correcto`,
};
