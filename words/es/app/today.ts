import type { TaskKind } from '../../../domain/derived-tasks.ts';
import { counted } from '../../plural.ts';

export const today = {
  title: 'Hoy',
  /** What waits, in one sentence. */
  summary: (tasks: number, late: number) => {
    if (tasks === 0) return 'No tiene tareas pendientes.';
    return late > 0 ? `Tiene ${count(tasks)}; ${lateCount(late)}.` : `Tiene ${count(tasks)}.`;
  },
  /** The same while others have not come in yet. */
  summarySoFar: (tasks: number, late: number) =>
    late > 0
      ? `Aquí hay ${count(tasks)}; ${lateCount(late)}. Siguen más.`
      : `Aquí hay ${count(tasks)}. Siguen más.`,
  more: 'Mostrar más tareas',
  groups: { late: 'Atrasado', soon: 'Esta semana', later: 'Más adelante' },
  none: 'Todo está al día',
  noneText: 'Cuando algo dependa de usted, aparecerá aquí.',
  since: (relative: string) => `Desde ${relative}`,
  isNew: 'Nueva',
  /** The button that clears a task, or leads to where it is cleared. */
  actions: {
    cannot: 'Cambiar el compromiso',
    escalated: 'Ver el compromiso',
    bounced: 'Corregir la dirección',
    complained: 'Ver a la persona',
    'tell-in-person': 'Ver el compromiso',
    'responsible-erased': 'Cambiar el compromiso',
    'report-missing': 'Ver el plan',
    'gate-overdue': 'Ver lo que falta',
    'review-waiting': 'Ver la revisión',
    'override-expired': 'Ver la localidad',
    'missing-sectors': 'Abrir la matriz',
    'privacy-request': 'Ver la solicitud',
  } satisfies Record<TaskKind, string>,
  /** For what only a person can say is done. */
  done: {
    cannot: 'Ya lo atendí',
    escalated: 'Ya lo atendí',
    bounced: 'Ya le avisé',
    complained: 'Ya le avisé',
    'tell-in-person': 'Ya le avisé',
    'responsible-erased': 'Ya lo atendí',
    'report-missing': 'Ya lo atendí',
    'override-expired': 'Ya quedó atendido',
  } satisfies Partial<Record<TaskKind, string>>,
  wasDone: 'Tarea marcada como hecha.',
  doneTitle: '¿Quedó atendido?',
  doneNote: 'Nota para el historial (opcional)',
  changes: 'Desde su última visita',
  changed: {
    appeared: 'Nueva localidad a su cargo',
    moved: (stage: string) => `Pasó a «${stage}»`,
    returned: (stage: string) => `Volvió a «${stage}»`,
    reviewed: 'Pidieron la revisión de su etapa',
    late: 'Se atrasó',
    'on-hold': 'Se puso en pausa',
    resumed: 'Se reanudó',
    completed: 'Terminó su programa',
    closed: 'Se cerró',
  },
  figures: 'En cifras',
  localities: 'Localidades',
  active: 'activas',
  overdue: 'atrasadas',
  dueSoon: 'vencen pronto',
  onHold: 'en pausa',
  commitments: 'Compromisos',
  fulfilled: 'cumplidos',
  open: 'por cumplir',
  nextDue: 'Próximas fechas',
  nextDueNone: 'Ninguna etapa abierta tiene fecha próxima.',
};

const count = counted('es-MX', { one: '# tarea pendiente', other: '# tareas pendientes' });
const lateCount = counted('es-MX', { one: '# está atrasada', other: '# están atrasadas' });
