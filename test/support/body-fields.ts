import * as z from 'zod';
import { openApi } from '../../functions/api/openapi.ts';
import { routes } from '../../functions/api/routes.ts';

/** A schema of the published description, as far as fields of bodies are concerned. */
const Schema = z.looseObject({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  pattern: z.string().optional(),
  format: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  additionalProperties: z.unknown().optional(),
  propertyNames: z.unknown().optional(),
  items: z.unknown().optional(),
  prefixItems: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  allOf: z.array(z.unknown()).optional(),
});
type Schema = z.infer<typeof Schema>;

const Operation = z.looseObject({
  requestBody: z.object({ content: z.record(z.string(), z.object({ schema: z.unknown() })) }).optional(),
});
const Description = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
});

/** A field of a body in JSON that is a text: `coResponsible.0`, `evidence.0.fileId`, `indicators.*`, `indicators.*key`. */
export interface TextField {
  /** Method and address of the route. */
  route: string;
  path: string[];
  schema: Schema;
}

/** Every text within the bodies that the published description says may be sent. */
export function textFields(): TextField[] {
  const { paths, components } = Description.parse(openApi(routes));
  const fields: TextField[] = [];

  function walk(route: string, value: unknown, path: string[], within: readonly string[]): void {
    // What may not be there at all.
    if (value === false) return;
    const schema = Schema.parse(value);
    const { $ref } = schema;
    if ($ref !== undefined) {
      // Outlines are rings of rings of figures, without end and without a text.
      if (within.includes($ref)) return;
      const name = $ref.slice('#/components/schemas/'.length);
      walk(route, components.schemas[name], path, [...within, $ref]);
      return;
    }
    if ([schema.type].flat().includes('string')) fields.push({ route, path, schema });
    for (const [name, part] of Object.entries(schema.properties ?? {}))
      walk(route, part, [...path, name], within);
    if (typeof schema.additionalProperties === 'object')
      walk(route, schema.additionalProperties, [...path, '*'], within);
    if (schema.propertyNames !== undefined) walk(route, schema.propertyNames, [...path, '*key'], within);
    if (schema.items !== undefined) walk(route, schema.items, [...path, '0'], within);
    for (const part of [schema.anyOf, schema.oneOf, schema.allOf].flatMap((some) => some ?? []))
      walk(route, part, path, within);
  }

  for (const [path, operations] of Object.entries(paths))
    for (const [method, { requestBody }] of Object.entries(operations)) {
      const body = requestBody?.content['application/json']?.schema;
      if (body !== undefined) walk(`${method.toUpperCase()} ${path}`, body, [], []);
    }
  return fields;
}

/** Names a field: its route, and where it stands in the body. */
export const fieldName = ({ route, path }: TextField): string => `${route} ${path.join('.')}`;
