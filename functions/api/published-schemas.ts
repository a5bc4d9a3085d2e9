import * as z from 'zod';
import { components } from './components.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Whether a schema says what is sent, or what is answered: a default is optional in the one and there in the other. */
type Direction = 'input' | 'output';

/**
 * A schema that a route takes or answers, under the name that only this route gives to it. With a dot in it the name is
 * that of parameters, which are no component.
 */
export interface Root {
  id: string;
  schema: z.ZodType;
  direction: Direction;
}

const place = '#/components/schemas/';
const refTo = (id: string): JsonSchema => ({ $ref: `${place}${id}` });

/** The schema of an object of parameters. */
const Parameters = z.looseObject({
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
});

/** Calls `visit` with the name of every component that is referred to within the schema. */
function referredIn(value: unknown, visit: (id: string) => void): void {
  if (value === null || typeof value !== 'object') return;
  if ('$ref' in value && typeof value.$ref === 'string') visit(value.$ref.slice(place.length));
  for (const part of Object.values(value)) referredIn(part, visit);
}

/** The schema with every reference to a component of `ids` turned to its variant for what is sent. */
function asSent(value: unknown, ids: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((part) => asSent(part, ids));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => {
      const id = key === '$ref' && typeof part === 'string' ? part.slice(place.length) : undefined;
      return [key, id !== undefined && ids.has(id) ? `${place}${id}Input` : asSent(part, ids)];
    }),
  );
}

/** The schemas of one direction that the roots lead to, by their names. */
function schemasOf(roots: Root[], direction: Direction): Map<string, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(components)) registry.add(schema, { id });
  const within = roots.filter((root) => root.direction === direction);
  for (const { id, schema } of within) if (!registry.has(schema)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    io: direction,
    unrepresentable: 'any',
    uri: (id) => `${place}${id}`,
  });
  const reached = new Map<string, JsonSchema>();
  const reach = (id: string) => {
    const found = schemas[id];
    if (!found || reached.has(id)) return;
    const { $schema: _, $id: __, ...schema } = found;
    reached.set(id, schema);
    referredIn(schema, reach);
  };
  for (const { schema } of within) reach(registry.get(schema)?.id ?? '');
  return reached;
}

/** The names of the components that read otherwise when they are sent than when they are answered. */
function differing(sent: Map<string, JsonSchema>, answered: Map<string, JsonSchema>): ReadonlySet<string> {
  const ids = new Set<string>();
  const isOther = (id: string, schema: JsonSchema) => {
    const other = answered.get(id);
    if (!other) return false;
    let leadsToOther = JSON.stringify(other) !== JSON.stringify(schema);
    referredIn(schema, (part) => {
      leadsToOther ||= ids.has(part);
    });
    return leadsToOther;
  };
  for (let before = -1; before !== ids.size; ) {
    before = ids.size;
    for (const [id, schema] of sent) if (isOther(id, schema)) ids.add(id);
  }
  return ids;
}

/**
 * The components of the description, and how a root is referred to. A component that reads otherwise when it is sent than
 * when it is answered stands there twice, the former as `…Input`.
 */
export function publishedSchemas(roots: Root[]) {
  const sent = schemasOf(roots, 'input');
  const answered = schemasOf(roots, 'output');
  const others = differing(sent, answered);
  const nameOf = new Map<z.ZodType, string>();
  for (const [id, schema] of Object.entries(components)) nameOf.set(schema, id);
  for (const { id, schema } of roots) if (!nameOf.has(schema)) nameOf.set(schema, id);
  const sentAs = (id: string) => (others.has(id) ? `${id}Input` : id);
  const all = [
    ...answered,
    ...[...sent].map(([id, schema]) => [sentAs(id), asSent(schema, others)] as const),
  ];
  const parameters = new Map(all.filter(([id]) => id.includes('.')));
  return {
    schemas: Object.fromEntries(all.filter(([id]) => !id.includes('.'))),
    refOf: (schema: z.ZodType, direction: Direction) => {
      const id = nameOf.get(schema) ?? '';
      return refTo(direction === 'input' ? sentAs(id) : id);
    },
    /** The fields of the parameters in an address or its query, one by one. */
    fieldsOf: (schema: z.ZodType) => {
      const { properties = {}, required = [] } = Parameters.parse(
        parameters.get(nameOf.get(schema) ?? '') ?? {},
      );
      return Object.entries(properties).map(([name, described]) => ({
        name,
        required: required.includes(name),
        described,
      }));
    },
  };
}
