import { routes } from '../../functions/api/routes.ts';
import type { Office } from '../support/office.ts';
import { ana, begin, complete, decide, evidence, locality, review } from '../support/walk.ts';

/** A request that a route serves, about a locality in the state it needs. */
export interface Example {
  path: string;
  body?: object;
  /** The version that was seen, where one is needed. */
  version?: number;
}

const open = (office: Office) => begin(office);

async function ready(office: Office): Promise<string> {
  const id = await begin(office);
  await complete(office, id);
  return id;
}

async function held(office: Office): Promise<string> {
  const id = await begin(office);
  await decide(office, id, { outcome: 'hold' }, ana);
  await office.settle();
  return id;
}

async function reviewed(office: Office): Promise<string> {
  const id = await ready(office);
  await review(office, id);
  return id;
}

const about =
  (prepare: (office: Office) => Promise<string>, rest = '', body?: object) =>
  async (office: Office): Promise<Example> => {
    const id = await prepare(office);
    return { path: `/api/localities/${id}${rest}`, body, version: (await locality(office, id)).version };
  };
const plain = (path: string, body?: object, version?: number) => async (): Promise<Example> => ({
  path,
  body,
  version,
});

/** By method and path: a request that is answered when the caller may ask it. */
export const examples: Record<string, (office: Office) => Promise<Example>> = {
  'GET /api/programmes': plain('/api/programmes'),
  'GET /api/programmes/{programme}': plain('/api/programmes/red-conectate'),
  'POST /api/localities': plain('/api/localities', { name: 'Anapra', programme: 'convivir-mejor' }),
  'GET /api/localities': plain('/api/localities'),
  'GET /api/localities/{id}': about(open),
  'PATCH /api/localities/{id}': about(open, '', { population: 4_200 }),
  'GET /api/localities/{id}/stages': about(ready, '/stages'),
  'PUT /api/localities/{id}/stages/{stage}/activities/{activity}': about(
    open,
    '/stages/capacity-building/activities/state-and-local',
    { status: 'done', note: 'Listo', evidence, figures: { peopleTrained: 12 } },
  ),
  'GET /api/localities/{id}/gate': about(reviewed, '/gate'),
  'POST /api/localities/{id}/gate/reviews': about(ready, '/gate/reviews', { note: 'Listo' }),
  'POST /api/localities/{id}/gate/decisions': about(reviewed, '/gate/decisions', {
    outcome: 'hold',
    reason: 'Lluvia',
  }),
  'POST /api/localities/{id}/resume': about(held, '/resume', {}),
  'GET /api/localities/{id}/history': about(reviewed, '/history'),
  'GET /api/portfolio': plain('/api/portfolio'),
  'GET /api/me': plain('/api/me'),
  'PUT /api/me': plain('/api/me', { language: 'en' }, 0),
};

/** The route and an example of it, for every route there is. */
export const served = routes.map((route) => {
  const name = `${route.method} ${route.path}`;
  return { name, route, example: examples[name] };
});
