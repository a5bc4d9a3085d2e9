import { describe, expect, it } from 'vitest';
import { type AuditDetails, LocalityEvent } from '../../domain/audit-events.ts';
import type { HistoryEntry } from '../../web/api/types.ts';
import { formatEvent, kindOf, type Names } from '../../web/history/sentences.ts';
import { formatsOf } from '../../web/words/format.ts';
import { history as en } from '../../words/en/history.ts';
import { history as es } from '../../words/es/history.ts';

const names: Names = {
  stage: (stage, track) => (track ? `${stage}: ${track}` : stage),
  activity: (_, activity) => activity,
  commitment: () => 'Pintar la escuela',
  commitmentStatus: () => 'En proceso',
  programme: (id) => id,
  person: (actor) => actor,
};
const kept = (action: string, detail: HistoryEntry['detail'] = {}): HistoryEntry => ({
  seq: 1,
  at: '2026-01-12T15:00:00Z',
  actor: 'ana',
  action,
  detail,
  previousHash: '',
  hash: '',
});
const year = new Date().getFullYear();
const zone = 'America/Ciudad_Juarez';
const told = (action: string, detail?: HistoryEntry['detail']) => {
  const { text, more } = formatEvent(kept(action, detail), es, formatsOf('es', zone), names);
  return [text, ...more].join(' | ');
};

type Told = { [A in LocalityEvent['action']]: [A, AuditDetails[A], string] }[LocalityEvent['action']];

const at = { stage: 'formacion', visit: 1 };
const taller: AuditDetails['activity-recorded'] = {
  ...at,
  activity: 'taller',
  status: 'done',
  was: 'open',
  evidence: [],
};
const override = { by: 'luz', reason: 'Lluvia', expiresOn: `${year}-12-05`, unmet: [] };
const mail = { outbox: 'anapra.7.0', message: 'digest', to: 'stakeholder:rosa', attempts: 1 };
const session = { session: 7, kind: 'meeting', on: `${year}-10-01` };
const all: Told[] = [
  [
    'locality-created',
    { name: 'Anapra', programme: { id: 'mucd', version: 1 }, coordinators: ['ana'] },
    'Dio de alta la localidad en el programa «mucd».',
  ],
  ['locality-edited', { name: 'X', geometry: true }, 'Cambió el nombre y el territorio de la localidad.'],
  ['locality-continues', { locality: 'x', name: 'Anapra' }, 'Continúa la localidad «Anapra», que se cerró.'],
  [
    'coordinator-replaced',
    { from: 'ana@juarez.example', to: 'luis@juarez.example' },
    'Pasó la coordinación de ana@juarez.example a luis@juarez.example.',
  ],
  ['stage-opened', { ...at, targetOn: `${year}-10-01` }, 'Se abrió «formacion», prevista para el 1 oct.'],
  [
    'stage-opened',
    { ...at, visit: 2, track: 'norte', targetOn: `${year}-10-01` },
    'Se volvió a abrir «formacion: norte» (visita 2), prevista para el 1 oct.',
  ],
  [
    'activity-recorded',
    { ...taller, evidence: [{ title: 'Acta' }], figures: { peopleTrained: 12 } },
    'Completó «taller». | 12 personas capacitadas | 1 documento',
  ],
  [
    'activity-recorded',
    { ...taller, was: 'done', note: 'Fue en la plaza' },
    'Anotó en «taller». | Nota: Fue en la plaza',
  ],
  [
    'activity-recorded',
    { ...taller, was: 'done', reviewsVoided: [{ stage: 'formacion', requestedBy: 'ana' }] },
    'Anotó en «taller». | Quedó sin efecto la revisión de «formacion» que pidió ana.',
  ],
  [
    'review-requested',
    { ...at, override },
    'Pidió la revisión de «formacion». | Con una excepción hasta el 5 dic: Lluvia',
  ],
  [
    'gate-decided',
    { ...at, outcome: 'return', toStage: 'inicio', reason: 'Falta gente' },
    'Decidió regresar de «formacion» a «inicio». | Motivo: Falta gente',
  ],
  [
    'gate-decided',
    { ...at, outcome: 'advance', reason: 'Bien', override },
    'Decidió avanzar: «formacion» quedó aprobada. | Motivo: Bien | Con una excepción hasta el 5 dic: Lluvia',
  ],
  ['resumed', { ...at, generation: 2 }, 'Reanudó la localidad.'],
  ['handed-over', { ...at, generation: 2 }, 'El seguimiento automático se renovó; el trabajo sigue igual.'],
  [
    'repaired',
    { ...at, generation: 2 },
    'El seguimiento automático se repuso tras una interrupción; el trabajo sigue igual.',
  ],
  ['commitment-created', { commitment: 1, action: 'Podar' }, 'Agregó el compromiso «Podar».'],
  [
    'commitments-imported',
    {
      commitments: [
        { commitment: 1, action: 'Podar' },
        { commitment: 2, action: 'Pintar', dueOn: '2026-03-02' },
      ],
    },
    'Importó 2 compromisos.',
  ],
  [
    'commitment-edited',
    { commitment: 1, status: 'in-progress' },
    'Cambió «Pintar la escuela» a «En proceso».',
  ],
  [
    'commitment-edited',
    { commitment: 1, dueOn: null, budget: { amount: 1 } },
    'Cambió la fecha y el presupuesto de «Pintar la escuela».',
  ],
  ['commitment-edited', { commitment: 1, note: null }, 'Cambió la nota de «Pintar la escuela».'],
  [
    'commitment-answered',
    { commitment: 1, answer: 'cannot', note: 'Me mudé' },
    'Respondió que no puede cumplir «Pintar la escuela». | Nota: Me mudé',
  ],
  [
    'commitment-escalated',
    { commitment: 1, responsible: 'rosa', dueOn: '2026-03-02' },
    'Se dejó de recordar «Pintar la escuela» y pasó a la coordinación.',
  ],
  [
    'commitment-to-tell-in-person',
    { commitment: 1 },
    'Pidió a la coordinación recordar en persona «Pintar la escuela».',
  ],
  [
    'task-done',
    { kind: 'tell-in-person', subject: '1', note: 'Por teléfono' },
    'Marcó que avisó en persona. | Nota: Por teléfono',
  ],
  ['objective-created', { objective: 'prevenir', name: 'Prevenir' }, 'Agregó el objetivo «Prevenir».'],
  ['line-created', { line: 'podas', name: 'Podas' }, 'Agregó la línea de acción «Podas».'],
  [
    'lines-imported',
    { lines: [{ line: 'podas', name: 'Podas' }], objectives: [] },
    'Importó 1 línea de acción. | «Podas»',
  ],
  ['line-edited', { line: 'podas', place: null }, 'Cambió la línea de acción «podas».'],
  [
    'line-edited',
    { line: 'podas', target: 1_200, targetWas: 900, reason: 'Más fondos' },
    'Cambió la meta de «podas» de 900 a 1,200. | Motivo: Más fondos',
  ],
  [
    'line-edited',
    { line: 'podas', target: null, targetWas: 900, reason: 'Sin fondos' },
    'Cambió la meta de «podas» de 900 a ninguna. | Motivo: Sin fondos',
  ],
  [
    'entries-recorded',
    {
      entries: [
        { line: 'podas', entry: '20260105-1', quantity: 3 },
        { line: 'talleres', entry: '20260105-2', quantity: 1, corrects: '20260105-1' },
      ],
    },
    'Anotó 2 registros en podas y talleres. | Corrige 1 registro.',
  ],
  [
    'group-created',
    { group: 'consejo', kind: 'council', name: 'Consejo', formedOn: `${year}-10-01`, members: 3 },
    'Registró el grupo «Consejo», formado el 1 oct.',
  ],
  ['group-edited', { group: 'consejo', name: 'Consejo', members: 4 }, 'Cambió el grupo «Consejo».'],
  [
    'report-missing',
    { line: 'podas', name: 'Podas', until: `${year}-09-30` },
    'Pasó a la coordinación que faltan los números de «Podas» hasta el 30 sep.',
  ],
  ['session-planned', session, 'Programó una sesión para el 1 oct.'],
  ['session-edited', { ...session, place: 'Escuela' }, 'Cambió la sesión del 1 oct.'],
  ['session-convened', { ...session, convened: 2 }, 'Convocó a 2 personas a la sesión del 1 oct.'],
  [
    'session-answered',
    { ...session, answer: 'cannot' },
    'Respondió que no podrá asistir a la sesión del 1 oct.',
  ],
  ['session-cancelled', { ...session, reason: 'Lluvia' }, 'Canceló la sesión del 1 oct. | Motivo: Lluvia'],
  [
    'session-held',
    { ...session, attendance: 20, agreements: [{ action: 'Podar' }], entries: [] },
    'Registró la sesión del 1 oct, con 20 personas. | Acuerdo: Podar',
  ],
  [
    'survey-imported',
    { wave: 'baseline', questionnaire: { id: 'convivencia', version: 1 }, respondents: 1, checksum: 'a0' },
    'Cargó la encuesta de línea base (1 persona).',
  ],
  [
    'targeting-decided',
    { ranking: 'r', hash: 'b1', rank: 3 },
    'Quedó en el lugar 3 de una priorización congelada.',
  ],
  [
    'texts-erased',
    { stakeholder: 'rosa', commitments: [1], lines: [] },
    'Se borraron los datos de una persona que lo pidió: lo que la identificaba y lo que escribió. | Sin responsable desde entonces: 1 compromiso.',
  ],
  [
    'mail-sent',
    { ...mail, commitments: [1, 2] },
    'Se envió el recordatorio de sus compromisos a stakeholder:rosa. | Sobre 2 compromisos.',
  ],
  [
    'mail-failed',
    { ...mail, message: 'news', to: 'ana', error: 'MessageRejected' },
    'No se pudo enviar un correo a ana. | MessageRejected',
  ],
  [
    'mail-kept',
    { ...mail, kept: true },
    'Modo de prueba: el recordatorio de sus compromisos a stakeholder:rosa no se envió.',
  ],
];

describe('the history in words', () => {
  it.each(all)('tells %s %o', (action, detail, sentence) => {
    expect(told(action, detail)).toBe(sentence);
  });

  it('tells what it does not know by its name, and does not break on what it does not expect', () => {
    expect(told('moon-landed')).toBe('Registró «moon-landed».');
    expect(told('toString')).toBe('Registró «toString».');
    expect(told('commitment-created', { action: 7 })).toBe('Registró «commitment-created».');
    expect(told('gate-decided', { ...at, outcome: 'postpone', reason: 'x' })).toBe(
      'Registró «gate-decided».',
    );
    expect(told('mail-sent')).toBe('Registró «mail-sent».');
  });

  it('tells what a later release wrote with more fields than it knows', () => {
    for (const [action, detail, sentence] of all)
      expect(told(action, { ...detail, weather: { is: 'fine' } })).toBe(sentence);
  });

  it('has an example of every action here', () => {
    const actions = LocalityEvent.options.flatMap(({ shape }) => [...shape.action.values]);
    expect(new Set(all.map(([action]) => action))).toEqual(new Set(actions));
  });

  it('is told in English too', () => {
    for (const [action, detail] of all) {
      const { text } = formatEvent(kept(action, detail), en, formatsOf('en', zone), names);
      expect(text, action).toMatch(/^[“A-Z].*\.$/);
    }
  });

  it('knows what each entry is about', () => {
    const kinds = Object.fromEntries(
      [...all.map(([action]) => action), 'moon-landed'].map((action) => [action, kindOf(action)]),
    );
    expect(kinds).toMatchObject({
      'locality-created': 'locality',
      'activity-recorded': 'stages',
      'gate-decided': 'decisions',
      'commitments-imported': 'commitments',
      'survey-imported': 'findings',
      'mail-failed': 'mail',
      resumed: 'decisions',
      'task-done': 'commitments',
      'handed-over': 'locality',
      'moon-landed': 'locality',
    });
  });
});
