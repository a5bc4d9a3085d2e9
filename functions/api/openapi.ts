import * as z from 'zod';
import { type ProblemCode, problems } from '../../domain/errors.ts';
import { rolesOf } from '../../domain/policies.ts';
import type { Route } from '../runtime/route.ts';

const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  missing: z.array(z.object({ criterion: z.string(), what: z.string(), activity: z.string() })).optional(),
});

type Described = Pick<
  Route<never>,
  | 'method'
  | 'path'
  | 'summary'
  | 'policy'
  | 'params'
  | 'query'
  | 'body'
  | 'responses'
  | 'problems'
  | 'needsVersion'
  | 'consumes'
  | 'produces'
>;

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...described } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return described;
};
const isDescribed = (schema: z.ZodType) => !(schema instanceof z.ZodUnknown);
const content = (type: string, schema: object) => ({ content: { [type]: { schema } } });
/** Files, of one of these media types. */
const files = (types: readonly string[]) => ({
  content: Object.fromEntries(types.map((type) => [type, { schema: { type: 'string', format: 'binary' } }])),
});

function requestBody({ body, consumes }: Described) {
  if (consumes) return { requestBody: { required: true, ...files(consumes.types) } };
  if (!isDescribed(body)) return {};
  return { requestBody: { required: true, ...content('application/json', schemaOf(body, 'input')) } };
}

function parameters(route: Described) {
  const fields = (schema: z.ZodType, place: 'path' | 'query') => {
    if (!(schema instanceof z.ZodObject)) return [];
    const { properties = {}, required = [] } = schemaOf(schema, 'input');
    return Object.entries(properties).map(([name, described]) => ({
      ...{ name, in: place, required: place === 'path' || required.includes(name), schema: described },
    }));
  };
  const header = (name: string, required: boolean, description: string) => ({
    ...{ name, in: 'header', required, description, schema: { type: 'string' } },
  });
  const headers =
    route.method === 'GET'
      ? []
      : [
          header('If-Match', route.needsVersion ?? false, 'The version that was seen, in quotes'),
          header('Idempotency-Key', false, 'Makes a repeated request safe for a day'),
        ];
  return [...fields(route.params, 'path'), ...fields(route.query, 'query'), ...headers];
}

const elsewhere = { headers: { Location: { schema: { type: 'string', format: 'uri' } } } };

function goodContent({ produces }: Described, status: string, schema: z.ZodType) {
  if (status.startsWith('3')) return elsewhere;
  return produces ? files(produces) : content('application/json', schemaOf(schema, 'output'));
}

function responses(route: Described) {
  const general: ProblemCode[] = ['invalid-request', 'unauthorized', 'forbidden', 'unavailable'];
  const statuses = new Map<number, ProblemCode[]>();
  for (const code of [
    ...general,
    ...(route.problems ?? []),
    ...(route.needsVersion ? ['version-required' as const] : []),
  ])
    statuses.set(problems[code], [...(statuses.get(problems[code]) ?? []), code]);
  const good = Object.entries(route.responses).map(([status, schema]) => [
    status,
    {
      description: route.summary,
      ...goodContent(route, status, schema),
    },
  ]);
  const bad = [...statuses].map(([status, codes]) => [
    String(status),
    {
      description: codes.map((code) => `/problems/${code}`).join(' · '),
      ...content('application/problem+json', { $ref: '#/components/schemas/Problem' }),
    },
  ]);
  return Object.fromEntries([...good, ...bad]);
}

/** The description of the interface in OpenAPI 3.1, made from the routes themselves. */
export function openApi(routes: Described[]) {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const operation = {
      summary: route.summary,
      description: `Roles: ${rolesOf(route.policy).join(', ')}`,
      parameters: parameters(route),
      ...requestBody(route),
      responses: responses(route),
    };
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Etapas', version: '1.0.0', license: { name: 'MIT', identifier: 'MIT' } },
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { Problem: schemaOf(Problem, 'output') },
    },
  };
}
