import { describe, expect, it } from 'vitest';
import { GateDecision } from '../../domain/commands/decide-gate.ts';
import { TaskDone } from '../../domain/commands/finish-task.ts';
import { ActivityEntry } from '../../domain/commands/record-activity.ts';
import { ReviewRequest } from '../../domain/commands/request-review.ts';
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

  const override = (reason: string) => ({ override: { reason, expiresOn: '2026-06-01' } });
  const titled = (title: string) => ({
    status: 'done',
    evidence: [{ title, url: 'https://ejemplo.example' }],
  });
  it.each([
    ['the note of an activity', ActivityEntry, (note: string) => ({ status: 'open', note })],
    ['the title of a document', ActivityEntry, titled],
    ['the reason of a decision', GateDecision, (reason: string) => ({ outcome: 'hold', reason })],
    ['the note with a review', ReviewRequest, (note: string) => ({ note })],
    ['the reason of an override', ReviewRequest, override],
    ['the note of a task that is done', TaskDone, (note: string) => ({ note })],
  ])('is what %s has to be', (_, schema, bodyOf) => {
    const accepted = (texts: string[]) => texts.filter((text) => schema.safeParse(bodyOf(text)).success);
    expect(accepted(strings.oneLine)).toEqual(strings.oneLine);
    expect(accepted(strings.neverTaken.filter((text) => text.trim() !== ''))).toEqual([]);
  });
});
