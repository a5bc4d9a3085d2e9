import * as z from 'zod';
import { type ProblemCode, problems } from '../../domain/errors.ts';
import { rolesOf } from '../../domain/policies.ts';
import { ProblemBody } from '../runtime/problem-body.ts';
import type { Route } from '../runtime/route.ts';
import { publishedSchemas, type Root } from './published-schemas.ts';

type Described = Omit<Route<never>, 'run'> & { operationId: string };
type Published = ReturnType<typeof publishedSchemas>;

const isDescribed = (schema: z.ZodType) => !(schema instanceof z.ZodUnknown);
const content = (type: string, schema: object) => ({ content: { [type]: { schema } } });
/** Files, of one of these media types. */
const files = (types: readonly string[]) => ({
  content: Object.fromEntries(types.map((type) => [type, { schema: { type: 'string', format: 'binary' } }])),
});

const isRedirect = (status: string) => status.startsWith('3');

/** The schemas that one route adds to the components; parameters are described one by one in their operation. */
function rootsOf({ operationId, params, query, body, consumes, produces, responses }: Described): Root[] {
  const name = `${operationId.charAt(0).toUpperCase()}${operationId.slice(1)}`;
  const answers = Object.entries(responses).filter(([status]) => !isRedirect(status) && !produces);
  return [
    { id: `${operationId}.path`, schema: params, direction: 'input' as const },
    { id: `${operationId}.query`, schema: query, direction: 'input' as const },
    ...(consumes ? [] : [{ id: `${name}Request`, schema: body, direction: 'input' as const }]),
    ...answers.map(([status, schema], at) => ({
      id: at === 0 ? `${name}Response` : `${name}Response${status}`,
      schema,
      direction: 'output' as const,
    })),
  ].filter(({ schema }) => isDescribed(schema));
}

function requestBody({ body, consumes }: Described, { refOf }: Published) {
  if (consumes) return { requestBody: { required: true, ...files(consumes.types) } };
  if (!isDescribed(body)) return {};
  return { requestBody: { required: true, ...content('application/json', refOf(body, 'input')) } };
}

function parameters(route: Described, { fieldsOf }: Published) {
  const fields = (schema: z.ZodType, location: 'path' | 'query') =>
    fieldsOf(schema).map(({ name, required, described }) => ({
      name,
      in: location,
      required: location === 'path' || required,
      schema: described,
    }));
  const header = (name: string, required: boolean, description: string) => ({
    name,
    in: 'header',
    required,
    description,
    schema: { type: 'string' },
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

/** What may be answered in place of anything that is too large to be sent. */
const elsewhere = {
  TooLargeToSend: {
    description: 'What was asked for is too large to be sent: it lies at this address for some minutes',
    headers: { Location: { schema: { type: 'string', format: 'uri' } } },
  },
};

const redirection = { headers: { Location: { schema: { type: 'string', format: 'uri' } } } };

function goodContent({ produces }: Described, status: string, schema: z.ZodType, { refOf }: Published) {
  if (isRedirect(status)) return redirection;
  return produces ? files(produces) : content('application/json', refOf(schema, 'output'));
}

/** What the middleware chain itself can answer: to every request, and to those that carry what it looks at. */
function problemsOf({ method, params, body, consumes, needsVersion, problems = [] }: Described) {
  const chain: [boolean, ProblemCode[]][] = [
    [true, ['invalid-request', 'unauthorized', 'forbidden', 'internal', 'unavailable', 'version-missing']],
    [isDescribed(params), ['not-found']],
    [isDescribed(body) || consumes !== undefined, ['body-too-large', 'unsupported-media-type']],
    [method !== 'GET', ['changed-meanwhile', 'key-reused', 'too-many-mails']],
    [needsVersion ?? false, ['version-required']],
  ];
  return new Set([...chain.flatMap(([isSo, codes]) => (isSo ? codes : [])), ...problems]);
}

/** The problems of one status: a component of its own, since many routes answer the same. */
interface ProblemResponse {
  description: string;
  content: object;
}

function responses(
  route: Described,
  published: Published,
  problemResponses: Record<string, ProblemResponse>,
) {
  const good = Object.entries(route.responses).map(([status, schema]) => [
    status,
    { description: route.summary, ...goodContent(route, status, schema, published) },
  ]);
  const byStatus = Map.groupBy(problemsOf(route), (code) => problems[code]);
  const bad = [...byStatus].map(([status, codes]) => {
    const name = codes.toSorted().join('.');
    const types = codes.toSorted().map((code) => `/problems/${code}`);
    const schema = {
      allOf: [published.refOf(ProblemBody, 'output'), { properties: { type: { enum: types } } }],
    };
    problemResponses[name] = {
      description: types.join(' · '),
      ...content('application/problem+json', schema),
    };
    return [String(status), { $ref: `#/components/responses/${name}` }];
  });
  return Object.fromEntries([...good, ['303', { $ref: '#/components/responses/TooLargeToSend' }], ...bad]);
}

/** The description of the interface in OpenAPI 3.1, made from the routes themselves. */
export function openApi(routes: Described[]) {
  const problem: Root = { id: 'Problem', schema: ProblemBody, direction: 'output' };
  const published = publishedSchemas([problem, ...routes.flatMap(rootsOf)]);
  const paths: Record<string, Record<string, object>> = {};
  const problemResponses: Record<string, ProblemResponse> = {};
  for (const route of routes) {
    const operation = {
      operationId: route.operationId,
      summary: route.summary,
      description: `Roles: ${rolesOf(route.policy).join(', ')}`,
      parameters: parameters(route, published),
      ...requestBody(route, published),
      responses: responses(route, published, problemResponses),
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
      schemas: published.schemas,
      responses: { ...elsewhere, ...problemResponses },
    },
  };
}
