import { createLocality as begin, NewLocality } from '../../domain/commands/create-locality.ts';
import { Problem } from '../../domain/errors.ts';
import { policies } from '../../domain/policies.ts';
import type { ApiDependencies } from './dependencies.ts';
import { knownCoordinators } from './known-staff.ts';
import { EnteredLocality, localityWarnings } from './locality-warnings.ts';
import { localityView } from './representations.ts';
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
  responses: { 201: EnteredLocality },
  run:
    (dependencies: ApiDependencies) =>
    async ({ body, caller, language }) => {
      const { programmes, moment, newLocalityId } = dependencies;
      const programme = programmes.newest(body.programme);
      if (!programme)
        throw new Problem('invalid-request', {
          errors: [{ path: 'programme', message: 'unknown-programme' }],
        });
      const coordinators = body.coordinators && (await knownCoordinators(dependencies, body.coordinators));
      const command = { ...body, coordinators };
      const change = begin({ id: newLocalityId(), programme }, command, caller, moment());
      const { locality } = change;
      const warnings = await localityWarnings(dependencies, locality.id, body, caller, language);
      const view = localityView(locality, moment().today);
      return { change, response: { status: 201, body: { ...view, warnings } } };
    },
});
