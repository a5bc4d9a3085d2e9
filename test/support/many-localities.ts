import type { Page } from 'playwright-core';
import type { Locality } from '../../web/api/types.ts';
import { stagesOfConvivirMejor } from './convivir-mejor.ts';

const stages = stagesOfConvivirMejor;
const day = 86_400_000;

/** Localities as the interface lists them, at every stage and as far along as can be; the same ones every time. */
export const manyLocalities = (count: number): Locality[] =>
  Array.from({ length: count }, (_, at) => {
    const days = (at % 90) - 20;
    const dateAfter = (days: number) => new Date(Date.now() + days * day).toISOString().slice(0, 10);
    return {
      id: `place-${String(at).padStart(6, '0')}`,
      name: `${['Colonia', 'Barrio', 'Fraccionamiento'][at % 3]} número ${at}`,
      code: `J-${at}`,
      population: (at * 37) % 20_000,
      coordinators: [`coordina${at % 7}@juarez.example`],
      programme: 'convivir-mejor',
      programmeVersion: 1,
      status: 'active',
      overrides: [],
      health: days < 0 ? 'overdue' : days <= 7 ? 'due-soon' : 'on-track',
      current: [
        {
          stage: stages[at % stages.length] ?? '',
          visit: 1,
          openedOn: dateAfter(-30),
          targetOn: dateAfter(days),
          gate: at % 11 === 0 ? 'in-review' : 'open',
        },
      ],
      generation: 1,
      createdOn: dateAfter(-30),
      version: 1,
    };
  });

/** Answers a page's requests for the list of localities in place of the interface; tells what was asked. */
export async function answerWith(page: Page, localities: Locality[]) {
  const asked = { pages: 0, atOnce: 0, most: 0, cursors: [] as string[] };
  await page.route(/\/api\/localities\?/, async (route) => {
    const query = new URL(route.request().url()).searchParams;
    const [limit, cursor] = [Number(query.get('limit') ?? 200), query.get('cursor')];
    asked.atOnce += 1;
    asked.most = Math.max(asked.most, asked.atOnce);
    if (limit === 200) {
      asked.pages += 1;
      asked.cursors.push(cursor ?? '');
    }
    const from = cursor ? localities.findIndex(({ id }) => id === cursor) + 1 : 0;
    const items = localities.slice(from, from + limit);
    const nextCursor = from + limit < localities.length ? items.at(-1)?.id : undefined;
    await route.fulfill({ json: { items, nextCursor } });
    asked.atOnce -= 1;
  });
  return asked;
}
