import { describe, expect, it } from 'vitest';
import { namedBy } from '../../domain/names-in-text.ts';

const maria = namedBy({
  name: 'María de los Ángeles Ñúñez Ibáñez',
  organization: 'Panadería «La Espiga»',
  email: 'maria.nunez@ejemplo.example',
});

describe('a text that is not about somebody', () => {
  it.each([
    ['Habló con Maria Angeles Nunez.', 'Habló con ███.'],
    ['NUNEZ IBANEZ, MARIA firmó', '███ firmó'],
    ['María de los Ángeles', '███'],
    ['Ñu\u0301n\u0303ez\u00a0Ibáñez', '███'],
    ['Escriba a MARIA.NUNEZ@ejemplo.example. Gracias', 'Escriba a ███. Gracias'],
    ['<maria.nunez@ejemplo.example>, María  Ñúñez', '<███>, ███'],
  ])('loses name and address: %s', (text, left) => {
    expect(maria.blank(text.normalize('NFC'))).toBe(left);
  });

  it.each([
    'María vino; Ñúñez no',
    'Calle Ibáñez',
    'María\nÑúñez',
    'de los Ángeles',
    'Panadería La Espiga',
    'jose.nunez@ejemplo.example',
    '',
  ])('keeps what others may be called as well: %s', (text) => {
    expect(maria.blank(text)).toBe(text);
  });
});

describe('a text about somebody', () => {
  it.each([
    ['Doña maria avisa', 'Doña ███ avisa'],
    ['La sra. Ñúñez, de panaderia LA ESPIGA', 'La sra. ███, de ███'],
    ['de los Ángeles', 'de los ███'],
  ])('loses each word of their name, and their organization: %s', (text, left) => {
    expect(maria.blankAll(text)).toBe(left);
  });

  it('keeps all else, also where the name is within another word', () => {
    for (const text of ['Mariana pinta los muros', 'La espiga crece', '12 sillas'])
      expect(maria.blankAll(text)).toBe(text);
  });

  it('is left as it is once nothing is left to be taken out', () => {
    const once = maria.blankAll('María Ñúñez, maria.nunez@ejemplo.example');
    expect(maria.blankAll(once)).toBe(once);
  });
});

describe('somebody of one name', () => {
  const rosa = namedBy({ name: 'Rosa' });
  it('is known by it where it is written as names are', () => {
    expect(rosa.blank('Con Rosa, de la barda rosa')).toBe('Con ███, de la barda rosa');
    expect(rosa.blankAll('con rosa')).toBe('con ███');
  });

  it('whose name has no words is found nowhere', () => {
    const nobody = namedBy({ name: '—' });
    expect([nobody.blank('— Sí.'), nobody.blankAll('— Sí.')]).toEqual(['— Sí.', '— Sí.']);
  });
});
