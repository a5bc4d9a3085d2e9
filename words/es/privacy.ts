/** What the privacy notice says, as far as a municipality does not say it in its own words. */
export const privacy = {
  title: 'Aviso de privacidad',
  intro:
    'Este aviso dice qué datos de las personas se tratan en Etapas, el sistema con que el municipio da seguimiento a sus programas de prevención, para qué, y qué puede pedir usted.',
  responsible: 'Quién responde de sus datos',
  body: (municipality: string, state: string) => `Ayuntamiento de ${municipality}, ${state}`,
  answers: (body: string) =>
    `${body} es responsable del tratamiento de sus datos personales, conforme a la Ley General de Protección de Datos Personales en Posesión de Sujetos Obligados (DOF 20-03-2025).`,
  office: 'Unidad que atiende',
  anyOffice: 'Unidad de Transparencia del municipio',
  address: 'Domicilio',
  email: 'Correo electrónico',
  telephone: 'Teléfono',
  data: 'Qué datos se tratan',
  kinds: [
    'De quienes asumen compromisos: nombre, organización, sector, correo electrónico, idioma y los compromisos con sus respuestas.',
    'De quienes trabajan en los programas: correo de trabajo, función y lo que registran.',
    'No se tratan datos sensibles ni la identidad de víctimas: de ellas y de las encuestas solo se guardan cifras.',
  ],
  purposes: 'Para qué',
  anyPurposes: [
    'Dar seguimiento a los compromisos de los programas de prevención de cada localidad.',
    'Recordar por correo lo acordado y recibir sus respuestas. Puede dejar de recibir correos cuando quiera.',
    'Rendir cuentas de los programas, con cifras y sin datos personales.',
  ],
  transfers: 'A quién se entregan',
  noTransfers:
    'Sus datos no se transfieren a otras personas ni instituciones, salvo que una autoridad competente los pida conforme a la ley.',
  rights: 'Qué puede pedir (derechos ARCO)',
  rightsAre:
    'Usted o quien le represente puede pedir acceso a sus datos, que se rectifiquen, que se cancelen, u oponerse a que se usen. Es gratuito.',
  anyRequest:
    'Pídalo en la unidad indicada, por escrito o por correo, diciendo quién es, qué pide y cómo desea la respuesta. Se acredita la identidad antes de responder.',
  answeredIn: (workingDays: number) =>
    `La respuesta se da en ${workingDays} días hábiles como máximo. Si no está de acuerdo, puede interponer un recurso de revisión.`,
  kept: 'Cuánto tiempo se guardan',
  keptFor:
    'Mientras dure el programa y lo que manden las normas de archivo. Al cancelarlos, se borran nombre, organización y correo; queda, sin ellos, lo que se acordó.',
  changes: 'Cambios de este aviso',
  changesHere: 'Los cambios se publican en esta misma página.',
  about: 'Página pública del municipio.',
};
