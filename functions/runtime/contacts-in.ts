import * as z from 'zod';
import { freeTexts } from '../../domain/free-text.ts';
import type { Language } from '../../domain/language.ts';
import { contactsIn } from '../../domain/personal-text.ts';
import { functionWords } from '../../words/languages.ts';
import type { FieldMessage } from './problem-body.ts';

type Asked = z.infer<typeof FieldMessage>;

/** The schemas within one, each with what leads to it; a text that is piped on is looked at as it comes out. */
function partsOf(schema: z.core.$ZodType): { key?: string; schema: z.core.$ZodType }[] {
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).map(([key, part]) => ({ key, schema: part }));
  if (schema instanceof z.ZodArray) return [{ key: '*', schema: schema.element }];
  if (schema instanceof z.ZodUnion || schema instanceof z.ZodDiscriminatedUnion)
    return schema.options.map((option) => ({ schema: option }));
  if (schema instanceof z.ZodPipe) return [{ schema: schema.in }, { schema: schema.out }];
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return [{ schema: schema.unwrap() }];
  return [];
}

/** The paths of free text in a schema, as keys; `*` stands for each of a list. */
function pathsOf(schema: z.core.$ZodType): string[][] {
  if (freeTexts.get(schema)) return [[]];
  return partsOf(schema).flatMap(({ key, schema: part }) =>
    pathsOf(part).map((path) => (key === undefined ? path : [key, ...path])),
  );
}

/** The texts at a path within what was sent, each with its own path. */
function textsAt(
  value: unknown,
  [key, ...rest]: readonly string[],
  path: string,
): { path: string; text: string }[] {
  if (key === undefined) return typeof value === 'string' ? [{ path, text: value }] : [];
  if (typeof value !== 'object' || value === null) return [];
  const at = (name: string) => (path === '' ? name : `${path}.${name}`);
  return Object.entries(value).flatMap(([name, part]) =>
    key === '*' || key === name ? textsAt(part, rest, at(name)) : [],
  );
}

/**
 * What looks through the free text of a request for telephones and e-mail addresses: they may be an office's, so that they
 * are written down and asked about, each by its path. `undefined` where a schema has no free text.
 */
export function contactQuestions(schema: z.ZodType) {
  const paths = pathsOf(schema);
  if (paths.length === 0) return undefined;
  return (body: unknown, language: Language): Asked[] =>
    paths
      .flatMap((path) => textsAt(body, path, ''))
      .flatMap(({ path, text }) =>
        contactsIn(text).map((kind) => ({ path, message: functionWords[language].contactQuestions[kind] })),
      );
}
