import { beforeAll, describe, expect, it } from 'vitest';
import type { StaffMailKind } from '../../domain/mail.ts';
import { relayed } from '../support/stream.ts';
import { type SentMail, type TestApp, testApp } from '../support/test-app.ts';
import { ana, begin, boss, choose, decide } from '../support/walk.ts';

const notice = 'https://etapas.juarez.example/privacy?lang=es';

const app = 'https://etapas.juarez.example';

/** How the subject of each kind of mail to staff begins. */
const subjects: Record<StaffMailKind, RegExp> = {
  'stage-opened': /^Se abrió/,
  'review-requested': /^Se pidió revisar/,
  'review-void': /^Quedó sin efecto/,
  'gate-decided': /^(La localidad (avanza|regresa)|Se aprobó (la etapa|el proceso)|Se cerró)/,
  'override-used': /^Se aprobó con excepción/,
  'programme-completed': /^Concluyó el programa/,
};

/** The addresses that the latest mails of a kind lead to, from the first to the last; each mail has one. */
const linksOf = (mails: SentMail[], kind: StaffMailKind) =>
  mails
    .filter(({ subject }) => subjects[kind].test(subject))
    .map(({ html, text }) => {
      const [link, ...more] = html.match(/(?<=href=")[^"]*/g) ?? [];
      // Beside it stands only the privacy notice.
      expect(more).toEqual([notice]);
      // The plain text says the same address, on a line of its own.
      expect(text.match(/^https?:.*$/gm)).toEqual([link, notice]);
      return link;
    });
/** Two of three are told, the coordinator and the approvers: all but who did it, or who answers for an exception. */
const twice = (...links: string[]) => links.flatMap((link) => [link, link]);
const other = { user: 'subdireccion@juarez.example', role: 'administrator' } as const;

describe('the mails to staff, as the relay sends them', () => {
  let here: TestApp;
  let id: string;
  const at = (place = '') => `${app}/localities/${id}${place}`;
  const sentBy = async (work: () => Promise<unknown>): Promise<SentMail[]> => {
    const before = here.mails.length;
    await work();
    await relayed(here, id);
    return here.mails.slice(before);
  };
  beforeAll(async () => {
    here = await testApp({ approvers: [boss.user ?? '', other.user] });
    await choose(here, 'at-once', ana, boss, other);
    id = await begin(here, 'red-conectate');
  });

  /** A review is asked for by an administrator, who lets pass whatever is missing. */
  const ask = async (track?: string) => {
    const override = { reason: 'Lluvia', expiresOn: '2027-01-31' };
    const path = `/api/localities/${id}/gate/reviews`;
    expect(await here.call('POST', path, { track, override }, boss)).toMatchObject({ status: 202 });
  };
  const decided = async (decision: object) =>
    expect(await decide(here, id, decision, ana)).toMatchObject({ status: 201 });

  it('lead to the stage that opened, to the review of its gate, and to the stage that follows', async () => {
    expect(new Set(linksOf(here.mails, 'stage-opened'))).toEqual(new Set([at('/stages/social-cohesion')]));
    const asked = await sentBy(() => ask());
    expect(linksOf(asked, 'review-requested')).toEqual(twice(at('/stages/social-cohesion')));
    const advanced = await sentBy(() => decided({ outcome: 'advance' }));
    expect(linksOf(advanced, 'override-used')).toEqual([at('/stages/social-cohesion')]);
    expect(linksOf(advanced, 'gate-decided')).toEqual(twice(at('/stages/citizen-activation')));
  });

  it('lead to the track, where a stage has several', async () => {
    const track = 'multisector-actions';
    const actions = at(`/stages/citizen-activation#track-${track}`);
    // Of the tracks that opened, the decision before has told.
    expect(new Set(linksOf(here.mails, 'stage-opened'))).toEqual(new Set([at('/stages/social-cohesion')]));
    expect(linksOf(await sentBy(() => ask(track)), 'review-requested')).toEqual(twice(String(actions)));
    const returned = await sentBy(() => decided({ track, outcome: 'return' }));
    expect(linksOf(returned, 'gate-decided')).toEqual(twice(String(actions)));
    await ask(track);
    const advanced = await sentBy(() => decided({ track, outcome: 'advance' }));
    // No stage opens before the other track has passed: the decision itself is what there is to see.
    expect(linksOf(advanced, 'gate-decided')).toEqual(twice(String(actions)));
  });

  it('lead to the locality once the programme is over', async () => {
    const through = async (track?: string) => {
      await ask(track);
      return sentBy(() => decided({ track, outcome: 'advance' }));
    };
    await through('empowerment-models');
    const last = await through();
    expect(linksOf(last, 'gate-decided')).toEqual(twice(at('/stages/network-consolidation')));
    expect(linksOf(last, 'programme-completed')).toEqual(twice(at()));
  });
});
