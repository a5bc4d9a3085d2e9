import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '../../web/api/types.ts';
import { kindOf } from '../../web/history/kinds.ts';
import { formatEvent, type Names } from '../../web/history/sentences.ts';
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
const entry = (action: string, detail: HistoryEntry['detail'] = {}): HistoryEntry => ({
  ...{ seq: 1, at: '2026-01-12T15:00:00Z', actor: 'ana', action, detail, previousHash: '', hash: '' },
});
const year = new Date().getFullYear();
const zone = 'America/Ciudad_Juarez';
const told = (action: string, detail?: HistoryEntry['detail']) => {
  const { text, more } = formatEvent(entry(action, detail), es, formatsOf('es', zone), names);
  return [text, ...more].join(' | ');
};

const at = { stage: 'formacion', visit: 1 };
const all: [string, HistoryEntry['detail'], string][] = [
  [
    'locality-created',
    { programme: { id: 'mucd', version: 1 } },
    'Dio de alta la localidad en el programa «mucd».',
  ],
  ['locality-edited', { name: 'X', geometry: true }, 'Cambió el nombre y el territorio de la localidad.'],
  ['stage-opened', { ...at, targetOn: `${year}-10-01` }, 'Se abrió «formacion», prevista para el 1 oct.'],
  [
    'stage-opened',
    { ...at, visit: 2, track: 'norte', targetOn: `${year}-10-01` },
    'Se volvió a abrir «formacion: norte» (visita 2), prevista para el 1 oct.',
  ],
  [
    'activity-recorded',
    {
      ...at,
      activity: 'taller',
      status: 'done',
      was: 'open',
      evidence: [{}],
      figures: { peopleTrained: 12 },
    },
    'Completó «taller». | 12 personas capacitadas | 1 documento',
  ],
  [
    'activity-recorded',
    { ...at, activity: 'taller', status: 'done', was: 'done', note: 'Fue en la plaza' },
    'Anotó en «taller». | Nota: Fue en la plaza',
  ],
  [
    'review-requested',
    { ...at, override: { reason: 'Lluvia', expiresOn: `${year}-12-05` } },
    'Pidió la revisión de «formacion». | Con una excepción hasta el 5 dic: Lluvia',
  ],
  [
    'gate-decided',
    { ...at, outcome: 'return', toStage: 'inicio', reason: 'Falta gente' },
    'Decidió regresar de «formacion» a «inicio». | Motivo: Falta gente',
  ],
  ['resumed', { ...at, generation: 2 }, 'Reanudó la localidad.'],
  ['commitment-created', { commitment: 1, action: 'Podar' }, 'Agregó el compromiso «Podar».'],
  ['commitments-imported', { commitments: [{ commitment: 1 }, { commitment: 2 }] }, 'Importó 2 compromisos.'],
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
  [
    'commitment-answered',
    { commitment: 1, answer: 'cannot', note: 'Me mudé' },
    'Respondió que no puede cumplir «Pintar la escuela». | Nota: Me mudé',
  ],
  ['survey-imported', { wave: 'baseline', respondents: 1 }, 'Cargó la encuesta de línea base (1 persona).'],
  ['targeting-decided', { ranking: 'r', rank: 3 }, 'Quedó en el lugar 3 de una priorización congelada.'],
  [
    'mail-sent',
    { message: 'digest', to: 'stakeholder:rosa', commitments: [1, 2] },
    'Se envió el recordatorio de sus compromisos a stakeholder:rosa. | Sobre 2 compromisos.',
  ],
  [
    'mail-failed',
    { message: 'news', to: 'ana', error: 'MessageRejected' },
    'No se pudo enviar un correo a ana. | MessageRejected',
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
  });

  it('is told in English too', () => {
    for (const [action, detail] of all) {
      const { text } = formatEvent(entry(action, detail), en, formatsOf('en', zone), names);
      expect(text, action).toMatch(/^[“A-Z].*\.$/);
    }
  });

  it('knows what each entry is about', () => {
    const kinds = Object.fromEntries(all.map(([action]) => [action, kindOf(action)]));
    expect(kinds).toMatchObject({
      'locality-created': 'locality',
      'activity-recorded': 'stages',
      'gate-decided': 'decisions',
      'commitments-imported': 'commitments',
      'survey-imported': 'findings',
      'mail-failed': 'mail',
    });
  });
});
