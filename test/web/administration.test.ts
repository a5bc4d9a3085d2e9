import { expect, it } from 'vitest';
import { rungsOf } from '../../web/administration/rungs.ts';
import { formatsOf } from '../../web/words/format.ts';
import { administration as en } from '../../words/en/app/administration.ts';
import { administration as es } from '../../words/es/app/administration.ts';

const spanish = formatsOf('es', 'America/Ciudad_Juarez');
const english = formatsOf('en', 'America/Ciudad_Juarez');

it('the days of reminders are said in their order, one day apart from many', () => {
  expect(rungsOf([-14, -7, -1, 0, 3, 7], es.reminders, spanish)).toEqual([
    '14 y 7 días antes de su fecha',
    'un día antes',
    'el mismo día',
    '3 y 7 días después',
  ]);
  expect(rungsOf([-1, 1, 2], en.reminders, english)).toEqual([
    'one day before',
    'one day after',
    '2 days after',
  ]);
});

it('only the days that are asked for are said', () => {
  expect(rungsOf([0], es.reminders, spanish)).toEqual(['el mismo día']);
  expect(rungsOf([-3], es.reminders, spanish)).toEqual(['3 días antes de su fecha']);
});
