/** What a fault is of. */
export const findingKinds = {
  ranking: 'Clasificación',
  municipality: 'Trabajo del municipio',
  anchor: (day: string) => `Ancla del ${day}`,
};

/** What the check of records finds, by its code. */
export const findings = {
  unreadable: (about: string) => `El registro «${about}» no se puede leer.`,
  'history-altered': (about: string) => `El registro ${about} del historial se cambió después de escribirse.`,
  'history-incomplete': (about: string) => `Falta el registro ${about} del historial.`,
  'visit-missing': (about: string) => `Falta la visita «${about}».`,
  'visit-astray': (about: string) => `La visita «${about}» está abierta o cerrada cuando no debía.`,
  'review-differs': (about: string) =>
    `La revisión de «${about}» no concuerda con el estado de la localidad.`,
  'commitments-differ': (about: string) =>
    `La cuenta de compromisos no concuerda con la matriz («${about}»).`,
  'sums-differ': (about: string) => `Las sumas de la línea «${about}» no son las de sus registros.`,
  'item-altered': (about: string) => `El registro «${about}» fue alterado después de escribirse.`,
  'item-missing': (about: string) => `Falta el registro «${about}».`,
  'item-unknown': (about: string) =>
    `El registro «${about}» no lo escribió nada de lo que cuenta el historial.`,
  'history-cut': (about: string) =>
    `El historial es más corto que el ${about}: faltan sus últimos registros.`,
  'history-rewritten': (about: string) => `El historial no es el mismo que el ${about}.`,
  removed: (about: string) => `Estaba el ${about} y ya no está.`,
  'anchor-altered': () => 'Lo que se asentó ese día no se puede leer o fue alterado.',
  'contact-differs': () => 'Sus datos de contacto faltan, o siguen ahí después de borrarse.',
};
