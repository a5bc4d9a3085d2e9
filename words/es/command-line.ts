import { counted } from '../plural.ts';
import { findingKinds, findings } from './findings.ts';

/** Every Spanish word of `npm run etapas`. Its type is the list of what each other language must say. */
export const es = {
  about: 'Administración de Etapas desde la línea de comandos.',
  /** What the help is headed by, by the heading that the parser of arguments gives it. */
  titles: {
    'Usage:': 'Uso:',
    'Commands:': 'Órdenes:',
    'Options:': 'Opciones:',
  },
  usage: '[opciones] [orden]',
  help: 'muestra esta ayuda',
  exitCodes:
    'Códigos de salida: 0, hecho y sin fallas; 1, se encontró algo que atender; 2, la orden está mal escrita; 3, no se pudo hacer.',
  /** What each option is for. */
  options: {
    json: 'responde con un solo objeto JSON',
    lang: 'idioma: es o en; si no, el de LANG',
    at: 'dirección de una instalación que anda en esta máquina; si no se indica tabla, http://127.0.0.1:4600',
    table: 'nombre de una tabla de DynamoDB; con las credenciales y la región de AWS que haya en el entorno',
    files: 'nombre del depósito de archivos de esa instalación, donde están las anclas',
    region: 'región de AWS, si no es la del entorno',
    by: 'quién lo hace, como quedará en el historial; si no, el usuario de esta máquina',
    dropOlder:
      'quita las claves anteriores: ningún enlace que ya se envió sirve más; solo si alguien ajeno vio una',
  },
  /** What each command does, by its words. */
  commands: {
    'keys rotate':
      'Hace una clave nueva con la que se firman los enlaces desde ahora. Los enlaces que ya se enviaron siguen sirviendo; las claves de las que ya no queda ninguno vigente se quitan.',
    verify:
      'Comprueba que los historiales estén completos, que los registros concuerden y que nada se haya alterado. Solo lee.',
  },

  /** What is wrong with how a command was written. */
  misuse: {
    'commander.unknownOption': (what: string) => `No existe la opción ${what}.`,
    'commander.unknownCommand': (what: string) => `No existe la orden ${what}.`,
    'commander.excessArguments': () => 'Sobran argumentos.',
    'commander.optionMissingArgument': (what: string) => `A la opción ${what} le falta su valor.`,
    noCommand: () => 'Falta la orden.',
    badOption: (what: string) => `El valor de --${what} no sirve.`,
    language: () => 'El idioma es «es» o «en».',
    together: (what: string) => `Estas opciones no van juntas: ${what}.`,
    filesOfTable: () => '--files y --region acompañan a --table.',
  },
  seeHelp: 'Vea --help.',
  /** What could not be done. */
  failures: {
    unreachable: (address: string) => `No responde una instalación de Etapas en ${address}.`,
    notLocal: (address: string) =>
      `Lo que responde en ${address} no es una instalación de esta máquina. Para una de AWS indique --table.`,
    refused: (what: string) => `La instalación no lo permite: ${what}`,
    rotatedMeanwhile: (version: string) =>
      `Alguien más hizo la clave ${version} en este momento; no se hizo otra.`,
    busy: () => 'Hubo muchos cambios a la vez y no se hizo nada. Inténtelo de nuevo.',
    other: (what: string) => `No se pudo hacer: ${what}`,
  },

  rotate: {
    signs: (version: number) => `La clave ${version} firma los enlaces desde ahora.`,
    verify: (versions: string) => `Siguen comprobando enlaces anteriores: ${versions}.`,
    removed: (versions: string) =>
      `Se quitaron, pues ya no queda ningún enlace vigente de ellas: ${versions}.`,
    dropped: (versions: string) =>
      `Se quitaron: ${versions}. Los enlaces que ya se enviaron dejan de servir.`,
    within: 'En cinco minutos la usan todas las funciones.',
  },

  verify: {
    findingKinds: {
      ...findingKinds,
      locality: (id: string) => `Localidad ${id}`,
      stakeholder: (id: string) => `Persona ${id}`,
      rankingOf: (id: string) => `${findingKinds.ranking} ${id}`,
    },
    findings,
    sound: counted('es-MX', {
      one: 'Todo concuerda: # historial comprobado, sin fallas.',
      other: 'Todo concuerda: # historiales comprobados, sin fallas.',
    }),
    found: counted('es-MX', { one: 'Se encontró # falla:', other: 'Se encontraron # fallas:' }),
    withoutAnchors:
      'Sin --files no se compararon las anclas: no se sabe si a algún historial le falta su final.',
  },
};
export type Words = typeof es;
