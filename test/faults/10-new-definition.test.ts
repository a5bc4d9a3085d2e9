import { expect, it } from 'vitest';
import { catalogueOf } from '../../functions/runtime/programme-catalogue.ts';
import { definitionDigest } from '../../workflows/locality-progress.ts';
import { deeds } from '../support/history.ts';
import { programmes } from '../support/programmes.ts';
import { testApp } from '../support/test-app.ts';
import { ana, begin, boss, choose, locality, pass } from '../support/walk.ts';

/** The same programmes with another definition, as after a change of the generator. */
const newer = catalogueOf(
  programmes.all.map((programme) => {
    const changed = { ...programme, name: { ...programme.name, en: `${programme.name.en}, anew` } };
    return { ...changed, definition: definitionDigest(changed) };
  }),
);

it('10: a new definition deployed while a locality is under way: it finishes its visit on the old one, then takes the new', async () => {
  const here = await testApp();
  await choose(here, 'at-once', ana, boss);
  const id = await begin(here);
  // A deployment later than the generation's first minutes.
  here.pass(1);
  here.deploy(newer);
  await here.settle();
  await here.reconcile();
  expect(here.engine.names()).toEqual([`${id}.1`]);
  expect(await locality(here, id)).toMatchObject({
    current: [{ stage: 'capacity-building', visit: 1, gate: 'open' }],
  });
  await pass(here, id);
  expect(here.engine.states(`${id}.1`).at(-1)).toBe('HandedOver');
  expect(here.engine.names()).toEqual([`${id}.1`, `${id}.2`]);
  expect(await locality(here, id)).toMatchObject({
    current: [{ stage: 'territorial-targeting', visit: 1, gate: 'open' }],
  });
  expect(await deeds(here, id)).toMatchObject({ 'handed-over': 1, 'stage-opened': 2, 'mail-sent': 4 });
  await pass(here, id);
  expect(here.engine.names()).toEqual([`${id}.1`, `${id}.2`]);
});

it('10: tracks under way finish their visits too, and the stage after them takes the new definition', async () => {
  const here = await testApp();
  const id = await begin(here, 'red-conectate');
  await pass(here, id);
  // A deployment later than the generation's first minutes.
  here.pass(1);
  here.deploy(newer);
  await pass(here, id, 'multisector-actions');
  expect(here.engine.names()).toEqual([`${id}.1`]);
  await pass(here, id, 'empowerment-models');
  expect(here.engine.names()).toEqual([`${id}.1`, `${id}.2`]);
  await pass(here, id);
  expect(await locality(here, id)).toMatchObject({ status: 'completed' });
});
