import { describe, expect, it } from 'vitest';
import { flat, mail, to } from './mails.ts';

const spanish = (...of: Parameters<typeof mail>) => flat(to('es', mail(...of)).text);
const english = (...of: Parameters<typeof mail>) => flat(to('en', mail(...of)).text);

const track = { es: 'Línea base', en: 'Baseline' };

describe('stage-opened', () => {
  it('says what opened, where, and what to do by when', () => {
    expect(to('es', mail('stage-opened')).subject).toBe(
      'Se abrió la etapa «Participación comunitaria» · Riberas del Bravo',
    );
    expect(spanish('stage-opened')).toContain(
      'En Riberas del Bravo se abrió la etapa «Participación comunitaria» del programa «Convivir Mejor».',
    );
    expect(spanish('stage-opened')).toContain(
      'Complete las 5 actividades obligatorias y regístrelas en Etapas a más tardar el 5 de diciembre de 2026, la fecha prevista.',
    );
    expect(to('en', mail('stage-opened')).subject).toBe(
      'Opened: stage “Community involvement” · Riberas del Bravo',
    );
    expect(english('stage-opened')).toContain(
      'Please complete the 5 required activities and record them in Etapas by 5 December 2026, the target date.',
    );
  });

  it('counts one activity and none in words', () => {
    const count = (requiredActivities: number) => spanish('stage-opened', { requiredActivities });
    expect(count(1)).toContain('Complete la actividad obligatoria y regístrela en Etapas');
    expect(count(0)).toContain('Aquí no hay actividades obligatorias.');
    expect(english('stage-opened', { requiredActivities: 1 })).toContain(
      'the required activity and record it',
    );
  });

  it('names the track and, from the second on, the visit', () => {
    const again = { track, visit: 2 };
    expect(spanish('stage-opened', again)).toContain(
      'el proceso «Línea base» de la etapa «Participación comunitaria» del programa «Convivir Mejor» (visita 2).',
    );
    expect(spanish('stage-opened', again)).toContain('Proceso: Línea base Visita: 2');
    expect(spanish('stage-opened', again)).toContain('esa evidencia no cuenta para esta visita');
    expect(english('stage-opened', again)).toContain(
      'the track “Baseline” of the stage “Community involvement” of the programme “Living Better Together” (visit 2).',
    );
    expect(to('es', mail('stage-opened', again)).subject).toBe(
      'Se abrió el proceso «Línea base» (visita 2) · Riberas del Bravo',
    );
    expect(spanish('stage-opened')).not.toMatch(/visita|proceso/i);
  });
});

describe('review-requested', () => {
  it('says who asked, shows their note, and that someone else decides', () => {
    expect(spanish('review-requested')).toContain(
      'ana@juarez.example solicitó revisar la etapa «Participación comunitaria» del programa «Convivir Mejor» en Riberas del Bravo',
    );
    expect(spanish('review-requested')).toContain(
      'Quien solicita la revisión no la decide: debe decidir otra persona.',
    );
    expect(to('es', mail('review-requested')).text).toContain('\n> Ya está todo.\n');
    expect(english('review-requested')).toContain('someone else must decide');
  });

  it('says so where the municipality lets the requester decide', () => {
    const alone = { fourEyes: false };
    expect(spanish('review-requested', alone)).toContain(
      'quien solicita la revisión también puede decidirla',
    );
    expect(english('review-requested', alone)).toContain('whoever asks for a review may also decide it');
    expect(english('review-requested', alone)).not.toContain('someone else');
  });

  it('leaves the note out where there is none', () => {
    expect(spanish('review-requested', { note: undefined })).not.toContain('Nota de quien');
    expect(spanish('review-requested', { note: ' \n ' })).not.toContain('Nota de quien');
  });
});

describe('gate-decided', () => {
  it.each([
    [
      'advance',
      'bruno@juarez.example aprobó que Riberas del Bravo avance. La localidad avanza a la etapa «Plan de acción»',
      'Riberas del Bravo advances. The locality advances to the stage “Action plan”',
    ],
    [
      'return',
      'regresa a la etapa «Plan de acción» para una nueva visita. Lo ya registrado se conserva, pero la evidencia anterior no cuenta',
      'returns to the stage “Action plan” for a new visit. What was recorded is kept, but the earlier evidence does not count',
    ],
    [
      'hold',
      'Mientras dure la pausa, no se envían recordatorios',
      'While it is on hold, no reminders are sent',
    ],
    ['close', 'El programa termina aquí para esta localidad', 'The programme ends here for this locality'],
  ])('tells what follows from "%s", by whom and why', (outcome, es, en) => {
    expect(spanish('gate-decided', { outcome })).toContain(es);
    expect(english('gate-decided', { outcome })).toContain(en);
    expect(spanish('gate-decided', { outcome })).toContain('Tomó la decisión: bruno@juarez.example');
    expect(spanish('gate-decided', { outcome })).toContain('Motivo de la decisión > Se cumplió lo acordado.');
  });

  it('promises no stage where none opens', () => {
    const last = { next: undefined };
    expect(spanish('gate-decided', last)).toContain('no se abre ninguna otra etapa');
    expect(spanish('gate-decided', { ...last, track })).toContain('cuando se aprueben todos sus procesos');
    expect(english('gate-decided', { ...last, track })).toContain('when all of its tracks are approved');
    expect(to('en', mail('gate-decided', last)).subject).toBe(
      'Approved: stage “Community involvement” · Riberas del Bravo',
    );
    expect(spanish('gate-decided', { ...last, outcome: 'return' })).toContain(
      'La localidad regresa para una nueva visita.',
    );
  });
});

describe('override-used', () => {
  it('lists what is unmet in words, who let it pass, why and until when', () => {
    const text = spanish('override-used');
    expect(text).toContain(
      'Lo que falta por cumplir - Celebrar las reuniones previstas - Reunir los compromisos necesarios, con responsable y fecha',
    );
    expect(text).toContain('carla@juarez.example pidió la excepción; bruno@juarez.example tomó la decisión.');
    expect(text).toContain('Motivo de la excepción > La reunión se aplazó por lluvia.');
    expect(text).toContain('Vencimiento de la excepción: 31 de enero de 2027');
    expect(english('override-used')).toContain(
      'record the evidence by 31 January 2027, when the exception expires',
    );
    expect(english('override-used')).toContain('- Hold the planned meetings - Gather the commitments needed');
  });

  it('has words for every type of criterion, in both languages', () => {
    const unmet = [
      'required-activities',
      'meeting-held',
      'people-trained',
      'survey-wave',
      'targeting-decided',
      'commitments',
      'commitments-fulfilled',
      'baseline-compared',
    ];
    for (const language of ['es', 'en'] as const) {
      const { text } = to(language, mail('override-used', { unmet }));
      const items = text.match(/^- .*/gm) ?? [];
      expect(new Set(items).size).toBe(unmet.length);
      for (const type of unmet) expect(items).not.toContain(`- ${type}`);
    }
  });

  it('names an unknown type as it is, and each type once', () => {
    expect(english('override-used', { unmet: ['toString', 'new-rule', 'new-rule'] })).toContain(
      'Still to be met - toString - new-rule Reason',
    );
    expect(english('override-used', { unmet: [] })).not.toContain('Still to be met');
  });

  it('names a person once who asked for it and decided', () => {
    expect(spanish('override-used', { overriddenBy: 'bruno@juarez.example' })).toContain(
      'bruno@juarez.example pidió la excepción y tomó la decisión.',
    );
  });
});

describe('programme-completed', () => {
  it('says what was completed, and when', () => {
    expect(to('es', mail('programme-completed')).subject).toBe(
      'Concluyó el programa «Convivir Mejor» · Riberas del Bravo',
    );
    expect(spanish('programme-completed')).toContain(
      'Riberas del Bravo concluyó el 5 de diciembre de 2026 todas las etapas del programa «Convivir Mejor».',
    );
    expect(english('programme-completed')).toContain(
      'completed all the stages of the programme “Living Better Together” on 5 December 2026.',
    );
  });
});
