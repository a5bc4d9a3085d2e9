import { counted } from '../../plural.ts';

export const offline = {
  offline: 'Sin conexión',
  /** Beside what was seen last. */
  seenLast: 'Está viendo lo último que se cargó en este dispositivo.',
  waiting: counted('es-MX', { one: '# cambio en espera', other: '# cambios en espera' }),
  changes: counted('es-MX', { one: '# cambio', other: '# cambios' }),
  troubled: counted('es-MX', { one: '# cambio por resolver', other: '# cambios por resolver' }),
  title: 'Cambios sin enviar',
  text: 'Se guardaron en este dispositivo y se envían solos en cuanto haya conexión.',
  none: 'Todo está enviado.',
  madeAt: (moment: string) => `Anotado ${moment}`,
  isWaiting: 'En espera de conexión',
  isConflict: 'Otra persona lo cambió entretanto',
  isRefused: 'No se pudo guardar',
  yours: 'Usted anotó',
  theirs: 'Ahora dice',
  keepYours: 'Guardar lo mío',
  keepTheirs: 'Dejar lo que dice ahora',
  discard: 'Descartar',
  evidenceCount: counted('es-MX', { one: '# documento', other: '# documentos' }),
};
