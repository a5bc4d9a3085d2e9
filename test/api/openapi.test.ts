import { Validator } from '@seriousme/openapi-schema-validator';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { routes } from '../../functions/api/routes.ts';
import { testApp } from '../support/test-app.ts';

const Operation = z.looseObject({
  operationId: z.string(),
  parameters: z.array(z.looseObject({ name: z.string(), in: z.string(), required: z.boolean() })),
  responses: z.record(z.string(), z.looseObject({})),
});
const Description = z.looseObject({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
});

/** An object with fields, a choice of schemas or of values. */
const isShape = (schema: object) =>
  ('properties' in schema && 'type' in schema && Object.keys(Object(schema.properties)).length > 0) ||
  'oneOf' in schema ||
  'anyOf' in schema ||
  ('enum' in schema && Array.isArray(schema.enum) && schema.enum.length > 1);

let described: Record<string, unknown>;
beforeAll(async () => {
  const here = await testApp();
  const { status, body } = await here.call('GET', '/openapi.json', undefined, { signedIn: false });
  expect(status).toBe(200);
  described = body;
});

describe('/openapi.json', () => {
  it('is a valid description in OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(described));
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    expect(described.openapi).toMatch(/^3\.1\./);
  });

  it('lists every route, and no other', () => {
    const { paths } = Description.parse(described);
    const listed = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(listed.sort()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).sort());
  });

  it('gives every operation a name of its own', () => {
    const { paths } = Description.parse(described);
    const names = Object.values(paths).flatMap((operations) =>
      Object.values(operations).map(({ operationId }) => operationId),
    );
    expect(names).toHaveLength(routes.length);
    expect(new Set(names).size).toBe(names.length);
  });

  it('says every shape once: what stands twice is a component with a name', () => {
    const { paths, components } = Description.parse(described);
    const places = new Map<string, string[]>();
    const look = (value: unknown, at: string) => {
      if (value === null || typeof value !== 'object') return;
      if (isShape(value)) {
        const shape = JSON.stringify(value);
        places.set(shape, [...(places.get(shape) ?? []), at]);
      }
      for (const [key, part] of Object.entries(value)) look(part, `${at}/${key}`);
    };
    look(components.schemas, '');
    for (const [path, operations] of Object.entries(paths))
      for (const [method, { parameters }] of Object.entries(operations))
        look(parameters, `${method} ${path}`);
    expect([...places.values()].filter((at) => at.length > 1)).toEqual([]);
  });

  it('makes no shape of parts that each refuse the fields of the others', () => {
    const { components } = Description.parse(described);
    expect(JSON.stringify(components.schemas)).not.toContain('"allOf"');
  });

  it.each(routes.map((route) => ({ name: `${route.method} ${route.path}`, route })))(
    'says of $name what it answers, whom it refuses, and which parameters it takes',
    ({ route }) => {
      const operation = Description.parse(described).paths[route.path]?.[route.method.toLowerCase()];
      const statuses = Object.keys(operation?.responses ?? {});
      expect(statuses).toEqual(
        expect.arrayContaining([...Object.keys(route.responses), '400', '401', '403', '503']),
      );
      const named = (place: string) =>
        operation?.parameters.filter((one) => one.in === place).map(({ name }) => name);
      expect(named('path')).toEqual([...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
      const match = operation?.parameters.find(({ name }) => name === 'If-Match');
      expect(match?.required).toBe(route.method === 'GET' ? undefined : (route.needsVersion ?? false));
      if (route.needsVersion) expect(statuses).toContain('428');
    },
  );
});
