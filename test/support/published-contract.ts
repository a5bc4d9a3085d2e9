import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import * as z from 'zod';
import { openApi } from '../../functions/api/openapi.ts';
import { routes } from '../../functions/api/routes.ts';

const Content = z.record(z.string(), z.looseObject({ schema: z.looseObject({}) }));
const Answer = z.looseObject({ $ref: z.string().optional(), content: Content.optional() });
const Operation = z.looseObject({
  requestBody: z.looseObject({ content: Content }).optional(),
  responses: z.record(z.string(), Answer),
});
const Description = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.looseObject({ responses: z.record(z.string(), Answer) }),
});

/** As anybody reads it: what JSON does not carry is not in it. */
const document = z.looseObject({}).parse(JSON.parse(JSON.stringify(openApi(routes))));
const { paths, components } = Description.parse(document);

const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
// The pattern beside it is the rule, which knows addresses in letters beyond ASCII.
ajv.addFormat('email', true);
// A file is not JSON, and its format says nothing to check here.
ajv.addFormat('binary', true);
const base = 'https://etapas.example/openapi.json';
ajv.addSchema(document, base);

const compiled = new Map<string, ValidateFunction>();

/** Checks a value against the schema that stands at a JSON pointer (RFC 6901) of the description. */
function check(pointer: string[], value: unknown): string[] {
  const path = pointer
    .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
    .join('/');
  const validate = compiled.get(path) ?? ajv.compile({ $ref: `${base}#/${path}` });
  compiled.set(path, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath || '/'} ${message} ${JSON.stringify(params)}`,
  );
}

const patterns = Object.keys(paths).map((path) => ({
  path,
  // An address without parameters stands before one that has them in the same place.
  parameters: path.split('{').length,
  pattern: new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
}));
patterns.sort((a, b) => a.parameters - b.parameters);

export interface Exchange {
  method: string;
  path: string;
  sent: unknown;
  status: number;
  type: string;
  answered: unknown;
}

const withoutCharset = (type: string) => type.split(';')[0];

function wrongIn({ method, path, sent, status, type, answered }: Exchange): string[] {
  const known = patterns.find(({ pattern }) => pattern.test(path));
  const verb = method.toLowerCase();
  const operation = known && paths[known.path]?.[verb];
  if (!known || !operation) {
    // Nothing is said of addresses that are not there but that their problems are problems.
    return status >= 400 ? check(['components', 'schemas', 'Problem'], answered) : [];
  }
  const at = ['paths', known.path, verb];
  const declared = operation.responses[String(status)];
  if (!declared) return [`the status ${status} is not in the description: ${JSON.stringify(answered)}`];
  const component = declared.$ref?.split('/').at(-1);
  const answer = component === undefined ? declared : components.responses[component];
  const answerAt =
    component === undefined ? [...at, 'responses', String(status)] : ['components', 'responses', component];
  if (!answer?.content) return [];
  const media = Object.keys(answer.content).find((one) => withoutCharset(one) === withoutCharset(type));
  if (media === undefined) return [`the media type ${type} is not in the description of ${status}`];
  // A file of GeoJSON is a file: the description says no more of what is in one.
  const isJson = /^application\/(problem\+)?json$/.test(media);
  const errors = isJson ? check([...answerAt, 'content', media, 'schema'], answered) : [];
  // What was accepted has to be what the description says may be sent.
  const takesJson = operation.requestBody?.content['application/json'] !== undefined;
  const isAccepted = status < 300 && takesJson && typeof sent === 'object' && !(sent instanceof Uint8Array);
  const bodyAt = [...at, 'requestBody', 'content', 'application/json', 'schema'];
  return isAccepted ? [...errors, ...check(bodyAt, sent).map((error) => `sent: ${error}`)] : errors;
}

/**
 * Compares what was sent and answered with the published description: status, media type and body, problems included.
 * @throws Error that names every difference
 */
export function expectPublished(exchange: Exchange): void {
  const wrong = wrongIn(exchange);
  if (wrong.length > 0)
    throw new Error(
      `${exchange.method} ${exchange.path} (${exchange.status}) is not as published:\n${wrong.join('\n')}`,
    );
}
