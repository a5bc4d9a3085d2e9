import { describe, expect, it } from 'vitest';
import { line, lines } from '../../domain/plain-text.ts';
import { strings } from '../support/corpora.ts';

const name = line(200);
const note = lines(1_000);
const taken = (schema: typeof name, texts: string[]) =>
  texts.filter((text) => schema.safeParse(text).success);

describe('plain text', () => {
  it('takes whatever people can write', () => {
    expect(taken(name, strings.oneLine)).toEqual(strings.oneLine);
    expect(taken(note, strings.oneLine)).toEqual(strings.oneLine);
  });

  it('of a name is one line, that of a note may be several', () => {
    expect(taken(name, strings.severalLines)).toEqual([]);
    expect(taken(note, strings.severalLines)).toEqual(strings.severalLines);
  });

  it('holds no sign that workbooks, mails and XML lose, and is not blank where it names something', () => {
    expect(taken(name, strings.neverTaken)).toEqual([]);
    const notBlank = strings.neverTaken.filter((text) => text.trim() !== '');
    expect(notBlank.length).toBeGreaterThan(15);
    expect(taken(note, notBlank)).toEqual([]);
  });
});
