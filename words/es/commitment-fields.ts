import type { CommitmentField } from '../../domain/commitment.ts';

/** What one field of a commitment is called. */
export interface FieldWords {
  /** Beside the field, in a form or a comparison. */
  name: string;
  /** Over its column of a matrix, or before what it says, where there is little room: «Con: Rosa Pérez». */
  short: string;
  /** Within a sentence of the history: «Cambió la fecha de «Pintar la escuela»». */
  inSentence: string;
  /** Its column of a file to import, by the name that is read in this language; a document fits no column. */
  imported: { key: string; name: string; means: string; required?: boolean } | 'documents-fit-no-table';
}

/** What the fields of a commitment are called in Spanish, in the order of the columns of a file. */
export const commitmentFields: Record<CommitmentField, FieldWords> = {
  action: {
    name: 'Qué se compromete a hacer',
    short: 'Compromiso',
    inSentence: 'el texto',
    imported: { key: 'action', name: 'acción', means: 'Qué se prometió', required: true },
  },
  responsible: {
    name: 'Responsable',
    short: 'Responsable',
    inSentence: 'la persona responsable',
    imported: {
      key: 'responsible',
      name: 'responsable',
      means: 'Nombre, correo o clave de alguien que ya está en Personas',
    },
  },
  coResponsible: {
    name: 'También participan',
    short: 'Con',
    inSentence: 'quiénes participan',
    imported: { key: 'coResponsible', name: 'corresponsables', means: 'Varios se separan con |' },
  },
  dueOn: {
    name: 'Fecha límite',
    short: 'Vence',
    inSentence: 'la fecha',
    imported: { key: 'dueOn', name: 'fecha', means: '2026-12-05 o 05/12/2026' },
  },
  supportingProgramme: {
    name: 'Programa de apoyo',
    short: 'Apoyo',
    inSentence: 'el programa de apoyo',
    imported: { key: 'supportingProgramme', name: 'programa', means: 'Programa de apoyo, por nombre' },
  },
  policyArea: {
    name: 'Área de política',
    short: 'Área',
    inSentence: 'el área',
    imported: { key: 'policyArea', name: 'área', means: 'Área de política, por nombre' },
  },
  budget: {
    name: 'Presupuesto',
    short: 'Presupuesto',
    inSentence: 'el presupuesto',
    imported: { key: 'budgetAmount', name: 'presupuesto', means: 'Cantidad en pesos: 12,500.00' },
  },
  status: {
    name: 'Estado',
    short: 'Estado',
    inSentence: 'el estado',
    imported: { key: 'status', name: 'estado', means: 'Pendiente, En proceso, Cumplido o Cancelado' },
  },
  progress: {
    name: 'Avance',
    short: 'Avance',
    inSentence: 'el avance',
    imported: { key: 'progress', name: 'avance', means: 'De 0 a 100' },
  },
  fulfilledOn: {
    name: 'Cumplido el',
    short: 'Cumplido el',
    inSentence: 'el día en que se cumplió',
    imported: { key: 'fulfilledOn', name: 'cumplido el', means: 'El día en que se cumplió; sin él, hoy' },
  },
  note: {
    name: 'Nota',
    short: 'Nota',
    inSentence: 'la nota',
    imported: { key: 'note', name: 'nota', means: 'Sobre el trabajo; sin datos de víctimas' },
  },
  evidence: {
    name: 'Documentos',
    short: 'Documentos',
    inSentence: 'los documentos',
    imported: 'documents-fit-no-table',
  },
};
