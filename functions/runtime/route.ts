import * as z from 'zod';
import { en, es } from 'zod/locales';
import type { Caller } from '../../domain/caller.ts';
import type { Change } from '../../domain/change.ts';
import type { StakeholderChange } from '../../domain/commands/stakeholders.ts';
import { Problem, type ProblemCode, type ValidationError } from '../../domain/errors.ts';
import type { Language } from '../../domain/language.ts';
import type { Policy } from '../../domain/policies.ts';
import type { TransactItem } from '../../store/transaction.ts';

/** An answer in JSON. */
export interface JsonResponse {
  status: number;
  body: object;
}

/** A file to be kept under a name. */
export interface FileResponse {
  status: number;
  file: { name: string; type: string; bytes: Uint8Array };
}

/** Another address to go to. */
export interface RedirectResponse {
  status: 302;
  location: string;
}

/** A file as it was sent. */
export interface SentFile {
  type: string;
  bytes: Uint8Array;
}

/** What is answered and, where something is to be written, the change that is committed with it. */
export type RouteResult =
  | { response: JsonResponse | FileResponse | RedirectResponse; change?: undefined; commit?: undefined }
  | { response: JsonResponse; change?: Change | StakeholderChange; commit?: undefined }
  | {
      response: JsonResponse;
      change?: undefined;
      /** Writes what does not fit one change; `also` stands or falls with it. */
      commit(also: TransactItem[]): Promise<void>;
    };

/** How a request arrives: nothing is parsed yet but the JSON; of a route that takes files, `body` is a `SentFile`. */
export interface RawRequest {
  params: unknown;
  query: unknown;
  body: unknown;
  caller: Caller;
  language: Language;
  /** The version the caller last saw, from `If-Match`. */
  ifMatch?: number;
  /** Beyond 1 when the request is decided anew, since somebody else's change came first. */
  attempt: number;
}

interface Definition<Dependencies, Params, Query, Body> {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: `/api/${string}`;
  summary: string;
  /** Who may ask this; what it says of single localities, the route itself applies. */
  policy: Policy;
  params: z.ZodType<Params>;
  query: z.ZodType<Query>;
  body: z.ZodType<Body>;
  /** Schemas of the answers, by status. */
  responses: Record<number, z.ZodType>;
  problems?: readonly ProblemCode[];
  /** A write that must name the version it changes. */
  needsVersion?: boolean;
  /** The media types of the files it takes instead of JSON, and of those it answers with. */
  consumes?: { types: readonly string[]; largest: number };
  produces?: readonly string[];
  /** Loads and decides; the chain commits the change and repeats both when somebody else came first. */
  run(
    dependencies: Dependencies,
  ): (
    request: Omit<RawRequest, 'params' | 'query' | 'body'> & { params: Params; query: Query; body: Body },
  ) => Promise<RouteResult>;
}

/** For the parts of a request that a route does not look at. */
export const noInput = z.unknown();

/** A route as data: its schemas make the parsing, the refusals and the published description. */
export interface Route<Dependencies>
  extends Omit<Definition<Dependencies, unknown, unknown, unknown>, 'run'> {
  run(dependencies: Dependencies): (request: RawRequest) => Promise<RouteResult>;
}

/** Defines a route: what `run` receives has the types of the schemas. */
export function route<Dependencies, Params, Query, Body>(
  definition: Definition<Dependencies, Params, Query, Body>,
): Route<Dependencies> {
  const { params, query, body } = definition;
  return {
    ...definition,
    run: (dependencies) => {
      const run = definition.run(dependencies);
      return async (request) => {
        // An address that cannot be right names nothing that exists.
        const address = params.safeParse(request.params);
        if (!address.success) throw new Problem('not-found');
        return run({
          ...request,
          params: address.data,
          query: parsed(query, request.query, request.language),
          body: parsed(body, request.body, request.language),
        });
      };
    },
  };
}

/** The schema library's own messages. Named one by one: all its languages together weigh 300 kB. */
const locales = { es: { error: es().localeError }, en: { error: en().localeError } };

/** The value as the schema has it; refused with every field that is wrong, in the caller's language. */
function parsed<T>(schema: z.ZodType<T>, value: unknown, language: Language): T {
  const judged = checked(schema, value, language);
  if (judged.errors) throw new Problem('invalid-request', { errors: judged.errors });
  return judged.data;
}

/** The value as the schema has it, or every field that is wrong. */
export function checked<T>(
  schema: z.ZodType<T>,
  value: unknown,
  language: Language,
): { data: T; errors?: undefined } | { data?: undefined; errors: ValidationError[] } {
  const { success, data, error } = schema.safeParse(value, locales[language]);
  return success ? { data } : { errors: error.issues.flatMap(refusals) };
}

function refusals(issue: z.core.$ZodIssue): ValidationError[] {
  const at = (key?: PropertyKey) =>
    [...issue.path, ...(key === undefined ? [] : [key])].map(String).join('.') || 'body';
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: at(key), message: 'unknown' }));
  return [{ path: at(), message: issue.message }];
}

/**
 * Refuses a write decided on an older state: the thing itself was last changed at `revision`, the locality as a whole
 * at `latest`. A change elsewhere in the locality since the version seen does not matter.
 */
export function checkIfMatch(ifMatch: number | undefined, revision: number, latest: number): void {
  if (ifMatch !== undefined && (ifMatch < revision || ifMatch > latest)) throw new Problem('stale-version');
}
