import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { compile, type JSONSchema } from 'json-schema-to-typescript';
import * as z from 'zod';
import { openApi } from '../../functions/api/openapi.ts';
import { routes } from '../../functions/api/routes.ts';

const root = join(import.meta.dirname, '..', '..');
const biome = join(root, 'node_modules', '.bin', 'biome');

const Schema = z.custom<JSONSchema>((value) => typeof value === 'object' && value !== null);
const Content = z.object({ content: z.record(z.string(), z.object({ schema: Schema })) });
const Operation = z.object({
  summary: z.string(),
  parameters: z.array(
    z.object({
      name: z.string(),
      in: z.enum(['path', 'query', 'header']),
      required: z.boolean(),
      schema: Schema,
    }),
  ),
  requestBody: Content.optional(),
  /** A redirection has no content, and a problem is a component. */
  responses: z.record(z.string(), Content.partial()),
});
type Operation = z.infer<typeof Operation>;
const Description = z.object({
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({ schemas: z.record(z.string(), Schema) }),
});

const isJson = (type: string) => type === 'application/json';
/** What is no JSON travels as a file. */
const schemaOf = ({ content }: z.infer<typeof Content>): JSONSchema => {
  const [type = '', { schema } = { schema: {} }] = Object.entries(content)[0] ?? [];
  return isJson(type) ? schema : { tsType: 'Blob' };
};

const nothing: JSONSchema = { tsType: 'undefined' };

function fields(operation: Operation, place: 'path' | 'query'): JSONSchema {
  const named = operation.parameters.filter((one) => one.in === place);
  if (named.length === 0) return nothing;
  return {
    type: 'object',
    additionalProperties: false,
    required: named.filter(({ required }) => required).map(({ name }) => name),
    properties: Object.fromEntries(named.map(({ name, schema }) => [name, schema])),
  };
}

/** One route: what goes into its address and body, whether it wants the version that was seen, what it answers. */
function routeSchema(operation: Operation): JSONSchema {
  const good = Object.entries(operation.responses).find(([status]) => status.startsWith('2'))?.[1];
  const version = operation.parameters.find(({ name }) => name === 'If-Match');
  return {
    type: 'object',
    description: operation.summary,
    additionalProperties: false,
    required: ['params', 'query', 'body', 'version', 'answer'],
    properties: {
      params: fields(operation, 'path'),
      query: fields(operation, 'query'),
      body: operation.requestBody ? schemaOf(operation.requestBody) : nothing,
      version: { tsType: version?.required ? 'number' : version ? 'number | undefined' : 'undefined' },
      answer: good?.content ? schemaOf({ content: good.content }) : nothing,
    },
  };
}

const place = '#/components/schemas/';

/**
 * The schema as the compiler reads it best: a component by the name of its type, tuples as the older drafts of JSON Schema
 * write them, and other lists without their bounds, which it would spell out length by length. An object without any
 * field is said to be just that.
 */
function simplified(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(simplified);
  if (value === null || typeof value !== 'object') return value;
  if ('$ref' in value && typeof value.$ref === 'string') return { tsType: value.$ref.slice(place.length) };
  const {
    prefixItems,
    minItems: _,
    maxItems: __,
    ...rest
  } = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, simplified(part)]));
  const { type, additionalProperties, properties } = rest;
  const isEmpty =
    type === 'object' && additionalProperties === false && Object.keys(Object(properties)).length === 0;
  if (isEmpty) return { tsType: 'Record<string, never>' };
  if (!Array.isArray(prefixItems)) return rest;
  return { ...rest, items: prefixItems, minItems: prefixItems.length, maxItems: prefixItems.length };
}

const banner = `// Made from the description of the interface by \`npm run client\`; not written by hand.`;

/** The exported type of one schema; schemas that it refers to are types of their own. */
const typeOf = (schema: unknown, name: string): Promise<string> =>
  compile(Schema.parse(simplified(schema)), name, {
    bannerComment: '',
    additionalProperties: false,
    format: false,
    strictIndexSignatures: true,
    unknownAny: true,
  });

/** The types of every route as the app uses them, from the interface's own description: the text of \`web/api/routes.ts\`. */
export async function clientTypes(): Promise<string> {
  const { paths, components } = Description.parse(JSON.parse(JSON.stringify(openApi(routes))));
  const all = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(
      ([method, operation]) => [`${method.toUpperCase()} ${path}`, routeSchema(operation)] as const,
    ),
  );
  const routesSchema = {
    type: 'object',
    additionalProperties: false,
    required: all.map(([name]) => name),
    properties: Object.fromEntries(all),
  };
  const types = await Promise.all(
    Object.entries(components.schemas).map(([name, schema]) => typeOf(schema, name)),
  );
  const code = [banner, await typeOf(routesSchema, 'Routes'), ...types].join('\n\n');
  return execFileSync(biome, ['format', '--stdin-file-path=web/api/routes.ts'], {
    cwd: root,
    input: code,
    encoding: 'utf8',
  });
}
