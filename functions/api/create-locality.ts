import { createLocality as begin, NewLocality } from '../../domain/commands/create-locality.ts';
import { Problem } from '../../domain/errors.ts';
import { policies } from '../../domain/policies.ts';
import type { ApiDependencies } from './dependencies.ts';
import { knownCoordinators } from './known-staff.ts';
import { LocalityView, localityView } from './representations.ts';
import { noInput, route } from './route.ts';

/** POST /api/localities: a locality begins its programme; its workflow starts. */
export const createLocality = route({
  method: 'POST',
  path: '/api/localities',
  summary: 'Begin a programme in a locality',
  policy: policies.locality.create,
  params: noInput,
  query: noInput,
  body: NewLocality,
  responses: { 201: LocalityView },
  run:
    ({ table, municipality, programmes, moment, newLocalityId }: ApiDependencies) =>
    async ({ body, caller }) => {
      const programme = programmes.newest(body.programme);
      if (!programme)
        throw new Problem('invalid-request', {
          errors: [{ path: 'programme', message: 'unknown-programme' }],
        });
      const coordinators =
        body.coordinators && (await knownCoordinators({ table, municipality }, body.coordinators));
      const command = { ...body, coordinators };
      const change = begin({ id: newLocalityId(), programme }, command, caller, moment());
      return { change, response: { status: 201, body: localityView(change.locality, moment().today) } };
    },
});
