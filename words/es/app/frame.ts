import { roleNames } from '../../../words/es/roles.ts';

export const frame = {
  skip: 'Ir al contenido',
  main: 'Secciones',
  sections: {
    today: 'Hoy',
    localities: 'Localidades',
    people: 'Personas',
    administration: 'Gestión',
    targeting: 'Focalizar',
  },
  privacy: 'Aviso de privacidad',
  language: 'Idioma',
  account: 'Su cuenta',
  mails: 'Correos que recibe',
  signOut: 'Salir',
  signOutWaiting: (changes: string) =>
    `Tiene ${changes} sin enviar. Si sale, se pierden: espere a tener conexión.`,
  signOutAnyway: 'Salir y perderlos',
  roles: roleNames,
  notFound: 'Esta página no existe',
  notFoundText: 'Puede que el enlace esté incompleto, o que la página haya cambiado de lugar.',
  toToday: 'Ir a Hoy',
  broken: 'Esta pantalla no se pudo mostrar',
  brokenText:
    'Lo que guardó está a salvo. Vuelva a cargar la página; si sigue igual, avise a la administración.',
  reload: 'Volver a cargar',
};

export const session = {
  title: 'Seguimiento de localidades',
  text: 'Para quienes coordinan, deciden o consultan los programas de prevención del municipio. Entre con su cuenta de trabajo.',
  enter: 'Entrar',
  failed: 'No se pudo entrar. Revise su conexión e inténtelo de nuevo.',
  expiredTitle: 'Su sesión terminó',
  expiredText:
    'Por seguridad, las sesiones terminan después de un tiempo. Lo que escribió sigue aquí y se guardará en cuanto vuelva a entrar.',
  again: 'Entrar de nuevo',
  blocked:
    'El navegador no abrió la ventana para entrar. Puede entrar en esta misma página: lo que escribió se conserva.',
  here: 'Entrar en esta página',
};
