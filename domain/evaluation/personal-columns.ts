import { folded } from '../folded.ts';

/** Words that name a person, where one lives, or how one is reached, wherever they stand in a title. */
const anywhere = new Set(
  [
    'nombre nombres apellido apellidos paterno materno domicilio telefono telefonos celular correo correos',
    'email mail curp rfc nss pasaporte firma fotografia huella gps latitud longitud coordenadas coordenada',
    'georreferencia geolocalizacion ubicacion',
    'surname firstname lastname fullname phone telephone cellphone passport signature fingerprint latitude longitude',
    'coordinates coordinate geolocation',
  ].flatMap((words) => words.split(' ')),
);

/** Words that mean so only when nothing else stands beside them but each other and what follows. */
const alone = new Set(
  [
    'name person respondent address street housenumber birthdate birthday dob ssn ine ife tel cel movil mobile',
    'cell lat lon lng long ip calle direccion entrevistado entrevistada encuestado encuestada',
    'informante persona nacimiento clave elector numero exterior interior foto photo picture licencia',
  ].flatMap((words) => words.split(' ')),
);

const beside = new Set('casa trabajo oficina contacto fijo particular home work office contact'.split(' '));

/** Several words that are personal only together. */
const together = [
  ['first', 'name'],
  ['last', 'name'],
  ['full', 'name'],
  ['e', 'mail'],
  ['birth', 'date'],
  ['date', 'birth'],
  ['fecha', 'nacimiento'],
  ['clave', 'elector'],
  ['credencial', 'elector'],
  ['respondent', 'name'],
];

/** What may have a name without being a person. */
const places = new Set(
  [
    'colonia barrio localidad municipio poligono zona sector estado escuela parque programa encuesta archivo asociacion',
    'organizacion institucion neighbourhood neighborhood school place town zone programme program survey file',
  ].flatMap((words) => words.split(' ')),
);

const small = new Set('de del la el los las y o e no num nro s n del the of and your su sus'.split(' '));

/** `NombreDeLaColonia`, `nombre_de_la_colonia` and `Nombre de la colonia` are the same words. */
const wordsOf = (title: string): string[] =>
  folded(title.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && !small.has(word));

/**
 * Whether a column's title names personal data: a survey holds answers, never who gave them. Names, addresses,
 * telephones, mail, official keys, days of birth, signatures and points on a map are such data; a colonia, a zone, an
 * age, a sex and the number of a form are not. When in doubt it is personal: a column can be given another title.
 * Source: LGPDPPSO (DOF 20-03-2025), article 3, personal data; the list of titles is ours.
 */
export function isPersonal(title: string): boolean {
  const words = wordsOf(title);
  if (words.length === 0) return false;
  const [first, ...rest] = words;
  const nameOfPlace =
    (first === 'nombre' && rest.length > 0 && rest.every((word) => places.has(word))) ||
    (words.at(-1) === 'name' && words.length > 1 && words.slice(0, -1).every((word) => places.has(word)));
  if (nameOfPlace) return false;
  return (
    words.some((word) => anywhere.has(word)) ||
    (words.some((word) => alone.has(word)) && words.every((word) => alone.has(word) || beside.has(word))) ||
    together.some((pair) => pair.every((word) => words.includes(word)))
  );
}
