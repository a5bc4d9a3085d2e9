import { commitmentOf, stakeholderOf } from './matrix.ts';
import { type TestApp, testApp } from './test-app.ts';
import { ana, begin, boss, decide, evidence, locality, pass, seeing } from './walk.ts';

const square = (west: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, 31.7],
      [west + 0.01, 31.7],
      [west + 0.01, 31.71],
      [west, 31.7],
    ],
  ],
});

const edit = async (here: TestApp, path: string, version: number, body: object) => {
  const answer = await here.call('PATCH', path, body, seeing(boss, version));
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
};

/**
 * An installation in which everything stands that can stand in an export: localities that are active, on hold, completed and
 * closed, with codes and territories; somebody whose data were erased; commitments of every status, with money in both
 * currencies, evidence, and texts that look like other things.
 */
export async function filledApp() {
  const here = await testApp();
  const places: Record<'active' | 'onHold' | 'completed' | 'closed', string> = {
    active: await begin(here),
    onHold: await begin(here, 'red-conectate', 'Riberas'),
    completed: await begin(here, 'convivir-mejor', 'Lomas'),
    closed: await begin(here, 'convivir-mejor', 'Águilas'),
  };
  const { version } = await locality(here, places.active);
  await edit(here, `/api/localities/${places.active}`, version, {
    code: '0803700012345',
    population: 4_960,
    geometry: square(-106.5),
  });
  const seen = await locality(here, places.closed);
  await edit(here, `/api/localities/${places.closed}`, seen.version, { geometry: square(-106.45) });

  const rosa = await stakeholderOf(here, places.active, {
    name: 'Rosa Pérez',
    organization: '=Vecinas',
    level: 'community',
    consent: { givenOn: '2026-01-05', how: 'En la asamblea' },
  });
  const luz = await stakeholderOf(here, places.active, {
    name: 'Luz',
    email: 'luz@example.org',
    localities: [places.active, places.completed],
  });
  const beto = await stakeholderOf(here, places.closed, { name: 'Beto', email: undefined });
  await commitmentOf(here, places.active, {
    action: 'Total',
    responsible: rosa.id,
    coResponsible: [luz.id],
    policyArea: 'health',
    budget: { amount: 1_234.567, currency: 'USD' },
    note: 'una\nnota; con | de todo',
    evidence,
  });
  await commitmentOf(here, places.active, {
    action: '#N/A',
    responsible: luz.id,
    status: 'in-progress',
    progress: 35,
  });
  await commitmentOf(here, places.active, { action: '=1+1', responsible: luz.id, coResponsible: [rosa.id] });
  await commitmentOf(here, places.active, { action: 'Pintar', status: 'cancelled', budget: { amount: 500 } });
  await commitmentOf(here, places.completed, { action: 'Barrer', responsible: luz.id });
  await commitmentOf(here, places.closed, { action: 'Podar', responsible: beto.id });
  while ((await locality(here, places.completed)).status !== 'completed') await pass(here, places.completed);
  await decide(here, places.onHold, { outcome: 'hold' }, ana);
  await decide(here, places.closed, { outcome: 'close' }, ana);
  await here.settle();
  const erased = await here.call(
    'DELETE',
    `/api/stakeholders/${luz.id}`,
    undefined,
    seeing(boss, luz.version),
  );
  if (erased.status !== 200) throw new Error(JSON.stringify(erased.body));
  await here.settle();
  return { here, places, people: { rosa: rosa.id, luz: luz.id, beto: beto.id } };
}
