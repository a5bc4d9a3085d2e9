import type { LocalityStatus } from '../../../domain/locality.ts';
import type { Health } from '../../../domain/plan.ts';

export const parts = {
  loading: 'Cargando…',
  saving: 'Guardando…',
  cancel: 'Cancelar',
  close: 'Cerrar',
  closeNotice: 'Cerrar aviso',
  undo: 'Deshacer',
  undone: 'Se deshizo el cambio.',
  save: 'Guardar',
  /** `relative` is «mañana», `date` is «5 dic». */
  due: (relative: string, date: string) => `Vence ${relative} (${date})`,
  wasDue: (relative: string, date: string) => `Venció ${relative} (${date})`,
  tooLarge: (size: string) =>
    `El archivo pesa ${size} MB, y caben 4. Quite columnas que no se usan o guárdelo como .xlsx.`,
};

export const problems = {
  noConnection: 'No hay conexión con Etapas, y esto no se había visto antes en este dispositivo.',
  unknown: 'Algo falló de nuestro lado. Inténtelo de nuevo.',
  again: 'Intentar de nuevo',
};

export const status: Record<LocalityStatus, string> = {
  active: 'Activa',
  'on-hold': 'En pausa',
  completed: 'Terminada',
  closed: 'Cerrada',
};

export const health: Record<Health, string> = {
  'on-track': 'A tiempo',
  'due-soon': 'Vence pronto',
  overdue: 'Atrasada',
};
