import { describe, expect, it } from 'vitest';
import { languageList } from '../../domain/language-list.ts';
import { mailEvent, person, promise, sweptAndSent, tasks, told } from '../support/reminders.ts';
import { testApp } from '../support/test-app.ts';
import { begin } from '../support/walk.ts';

const complained = (id: string, more: object = {}) =>
  mailEvent('Complaint', `stakeholder_${id}_digest_2026-01-12`, {
    complaint: { complainedRecipients: [{ emailAddress: `${id}@ejemplo.example` }], ...more },
  });

/** Somebody who was written to this morning about what they promised. */
async function written(id: string, some: object = {}) {
  const here = await testApp();
  const place = await begin(here);
  await person(here, id, { name: 'Rosa Pérez', localities: [place], ...some });
  await promise(here, place, id, '2026-01-13');
  await sweptAndSent(here);
  return { here, place };
}

describe('34: a complaint', () => {
  it.each([
    ['with its kind', { complaintFeedbackType: 'abuse' }],
    ['as one that is about a forgery', { complaintFeedbackType: 'fraud' }],
    ['by a provider that says no more', {}],
  ])('is a task of its own, to tell them in person: told %s', async (_, more) => {
    const { here, place } = await written('rosa');
    await told(here, complained('rosa', more));
    expect(await tasks(here)).toEqual([['complained', 'rosa', place]]);
    for (const language of languageList) {
      const { body } = await here.call('GET', '/api/tasks', undefined, {
        headers: { 'accept-language': language },
      });
      const [task] = [body.items].flat();
      expect(task).toMatchObject({
        kind: 'complained',
        stakeholder: 'rosa',
        what: expect.stringContaining('Rosa Pérez'),
      });
      expect(JSON.stringify(task)).toMatch(/en persona|in person/);
      expect(JSON.stringify(task)).not.toMatch(/corr[ií]j|correct|direcci[oó]n|address/i);
    }
  });

  it('is done when a coordinator says so, and that is in the history', async () => {
    const { here, place } = await written('rosa');
    await told(here, complained('rosa'));
    const { status } = await here.call('POST', `/api/tasks/${place}_complained_rosa/done`, {
      note: 'Le avisé',
    });
    expect(status).toBe(200);
    expect(await tasks(here)).toEqual([]);
  });

  it('is none when somebody takes a mail out of the spam folder', async () => {
    const { here } = await written('rosa');
    await told(here, complained('rosa', { complaintFeedbackType: 'not-spam' }));
    expect(await tasks(here)).toEqual([]);
  });
});
