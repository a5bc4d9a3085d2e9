import type { MailChoice } from '../../../domain/mail-choice.ts';

export const account = {
  title: 'Los correos que recibe',
  text: (user: string) =>
    `Llegan a ${user}. De lo que usted mismo hace no se le escribe, y todo lo demás está siempre en Etapas.`,
  which: '¿Qué quiere recibir?',
  choices: {
    'at-once': {
      name: 'Todo, al momento',
      means:
        'Un correo por cada cosa que pasa en sus localidades y, los días hábiles, un resumen de lo pendiente y lo atrasado.',
    },
    daily: {
      name: 'Un resumen al día',
      means:
        'Al momento, solo lo que le toca atender: una revisión por decidir o la respuesta a la que usted pidió. Lo demás, en un resumen los días hábiles en que hay algo nuevo; lo que sigue igual se repite una vez a la semana.',
    },
    weekly: {
      name: 'Un resumen a la semana',
      means:
        'Al momento, solo lo que le toca atender. Lo demás, en un resumen el primer día hábil de la semana.',
    },
    none: {
      name: 'Ningún correo',
      means: 'Tampoco las revisiones que esperan su decisión: para verlas tendrá que entrar a Etapas.',
    },
  } satisfies Record<MailChoice, { name: string; means: string }>,
  language: 'Idioma de los correos',
  saved: 'Se guardó lo que eligió.',
  feed: {
    title: 'Su agenda en otro calendario',
    text: 'Con este enlace, el calendario de su teléfono o computadora muestra las sesiones, las metas de las etapas, los compromisos por vencer y los cierres de periodo de lo que usted coordina. Es solo para usted: quien lo tenga ve su agenda.',
    link: 'Enlace para suscribirse',
    none: 'No tiene un enlace.',
    make: 'Crear un enlace',
    renew: 'Cambiar el enlace',
    revoke: 'Quitar el enlace',
    made: 'El enlace está listo. Los anteriores dejaron de servir.',
    revoked: 'El enlace dejó de servir.',
  },
};
