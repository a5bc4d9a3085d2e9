import { describe, expect, it } from 'vitest';
import { LocalityEdit, NewLocality } from '../../domain/commands/create-locality.ts';
import { editLocality } from '../../domain/commands/edit-locality.ts';
import { handOver, resume } from '../../domain/commands/generations.ts';
import { openVisit } from '../../domain/commands/open-visit.ts';
import { ActivityEntry, recordActivity } from '../../domain/commands/record-activity.ts';
import { DaysOff } from '../../domain/days-off.ts';
import { decided } from '../support/decisions.ts';
import {
  applied,
  caller,
  created,
  document,
  moment,
  opened,
  outcomeOf,
  record,
  twoStages,
} from '../support/factories.ts';

describe('a new locality', () => {
  it('is coordinated by whoever creates it, when nobody else is named', () => {
    expect(created().locality.coordinators).toEqual(['ana@juarez.example']);
    const [luis] = ['luis@juarez.example'];
    expect(created(twoStages, { coordinators: [luis] }).locality.coordinators).toEqual([luis]);
  });

  it('takes a name of one letter at least, without the blanks around it', () => {
    expect(NewLocality.parse({ name: ' Anapra ', programme: 'x' }).name).toBe('Anapra');
    expect(NewLocality.safeParse({ name: '  ', programme: 'x' }).success).toBe(false);
  });
});

describe('an edit', () => {
  it('that changes nothing is refused', () => {
    expect(LocalityEdit.safeParse({}).error?.issues[0]?.message).toBe('nothing-to-change');
  });

  it('marks the particulars as changed and leaves the position alone', () => {
    const { locality } = opened(created());
    const edited = editLocality(locality, { population: 900 }, caller()).locality;
    expect(edited).toMatchObject({ population: 900, revision: 3, detailsRevision: 3 });
    expect(edited.position).toEqual(locality.position);
  });
});

const municipality = {
  approvers: ['direccion@juarez.example'],
  staffMailDomain: 'juarez.example',
  calendar: DaysOff.parse({}),
};

describe('a visit', () => {
  const { locality } = created();
  const open = (at: { stage: string; track?: string }, one = locality) =>
    openVisit(
      {
        locality: one,
        programme: twoStages,
        municipality,
      },
      at,
      moment(),
    );

  it('is opened once, with its target counted in working days and its staff told', () => {
    const change = open({ stage: 'prepare' });
    expect(change?.visits).toMatchObject([
      { number: 1, targetOn: '2026-01-19', activities: {}, revision: 1 },
    ]);
    // Ana has created it.
    expect(change?.outbox.map((message) => message.kind === 'mail' && message.to)).toEqual([
      'direccion@juarez.example',
    ]);
    expect(change && open({ stage: 'prepare' }, change.locality)).toBeUndefined();
  });

  it('of another stage than the current one is not opened', () => {
    expect(open({ stage: 'act', track: 'left' })).toBeUndefined();
  });
});

describe('recording an activity', () => {
  const [visit] = opened(created()).visits;
  const { locality } = opened(created());
  const known = { ...record(), figures: { peopleTrained: 12 } };
  const recorded = (entry: object, before = {}) => {
    if (!visit) throw new Error('nothing is open');
    const at = {
      locality,
      visit: { ...visit, activities: before },
      activity: 'train',
      programme: twoStages,
      municipality,
    };
    return recordActivity(at, ActivityEntry.parse(entry), caller(), moment()).visits[0]?.activities.train;
  };

  it('keeps the evidence and figures that are left out', () => {
    expect(recorded({ status: 'open' }, { train: known })).toMatchObject({
      status: 'open',
      evidence: known.evidence,
      figures: known.figures,
    });
  });

  it('replaces those that are given, by none if need be', () => {
    expect(recorded({ status: 'done', evidence: [], figures: {} }, { train: known })).toMatchObject({
      evidence: [],
      figures: {},
    });
  });

  it('as not applicable needs a reason', () => {
    expect(ActivityEntry.safeParse({ status: 'not-applicable' }).success).toBe(false);
    expect(ActivityEntry.safeParse({ status: 'not-applicable', note: '  ' }).success).toBe(false);
    expect(ActivityEntry.safeParse({ status: 'not-applicable', note: 'No hay' }).success).toBe(true);
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'juarez.example/acta.pdf'])(
    'refuses evidence at %s, which is no web address',
    (url) => {
      expect(ActivityEntry.safeParse({ status: 'done', evidence: [document({ url })] }).success).toBe(false);
    },
  );

  it.each(['on-hold', 'completed', 'closed'] as const)('is refused when the locality is %s', (status) => {
    if (!visit) throw new Error('nothing is open');
    const entry = ActivityEntry.parse({ status: 'done' });
    const at = {
      locality: { ...locality, status },
      visit,
      activity: 'train',
      programme: twoStages,
      municipality,
    };
    expect(outcomeOf(() => recordActivity(at, entry, caller(), moment()))).toBe('not-active');
  });
});

describe('a generation', () => {
  const standing = opened(created());

  it('is raised by resuming, which starts the next execution where the locality stands', () => {
    const held = applied(standing, decided(standing, { outcome: 'hold' }));
    const change = resume(held.locality, caller(), moment());
    expect(change.locality).toMatchObject({
      status: 'active',
      generation: 2,
      position: { stage: 'prepare' },
    });
    expect(change.outbox).toMatchObject([{ kind: 'start-execution', generation: 2, stage: 'prepare' }]);
  });

  it('is resumed from a hold only', () => {
    expect(outcomeOf(() => resume(standing.locality, caller(), moment()))).toBe('not-on-hold');
  });

  it('is handed over once: asked again, nothing is to be done', () => {
    const change = handOver(standing.locality, 1, 'renewed', moment());
    expect(change?.locality).toMatchObject({ generation: 2, position: standing.locality.position });
    expect(change && handOver(change.locality, 1, 'renewed', moment())).toBeUndefined();
  });

  it.each(['on-hold', 'completed', 'closed'] as const)(
    'is not handed over when the locality is %s',
    (status) => {
      expect(handOver({ ...standing.locality, status }, 1, 'renewed', moment())).toBeUndefined();
    },
  );
});
