import * as z from 'zod';
import type { Caller } from '../../domain/caller.ts';
import type { Change } from '../../domain/change.ts';
import type { StakeholderChange } from '../../domain/commands/stakeholders.ts';
import { Problem, type ProblemCode, type ValidationError } from '../../domain/errors.ts';
import type { Language } from '../../domain/language.ts';
import type { Gate } from '../../domain/locality.ts';
import type { Policy } from '../../domain/policies.ts';
import type { TransactItem } from '../../store/transaction.ts';
import { schemaErrorWords } from '../../words/languages.ts';
import { contactQuestions } from './contacts-in.ts';
import { faultyTexts, toldName } from './faulty-texts.ts';
import { type FieldMessage, Warnings } from './problem-body.ts';

/** An answer in JSON, of one of the statuses and shapes that its route declares. */
export interface JsonResponse<Body = unknown> {
  status: number;
  body: Body;
}

/** A file, answered as an attachment under its name. */
export interface FileResponse {
  status: number;
  file: { name: string; type: string; bytes: Uint8Array };
}

/** A redirection to another address. */
export interface RedirectResponse {
  status: 302;
  location: string;
}

/** A file as it was sent. */
export interface SentFile {
  type: string;
  bytes: Uint8Array;
}

/** What a route returns: the response and, where something is to be written, the change that is committed with it. */
export type RouteResult<Body = unknown> =
  | { response: JsonResponse<Body> | FileResponse | RedirectResponse; change?: undefined; commit?: undefined }
  | { response: JsonResponse<Body>; change?: Change | StakeholderChange; commit?: undefined }
  | {
      response: JsonResponse<Body>;
      change?: undefined;
      /** Writes what does not fit one change, in one transaction with the items of `also`. */
      commit(also: TransactItem[]): Promise<void>;
    };

/** A request before its schemas are applied: `body` is the JSON that was sent, or a `SentFile` where the route takes files. */
export interface RawRequest {
  params: unknown;
  query: unknown;
  body: unknown;
  caller: Caller;
  language: Language;
  /** The version the caller last saw, from `If-Match`. */
  ifMatch?: number;
  /** 1 at first; one more each time the request is decided again because another change was committed first. */
  attempt: number;
  /** What the first attempt met, kept for those that come after it: theirs is the same request, about the same thing. */
  first: { gate?: Gate & { stage: string } };
}

type Responses = Record<number, z.ZodType>;

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type ApiPath = `/api/${string}`;

interface Definition<Dependencies, At, Path, Params, Query, Body, Answers extends Responses> {
  method: At;
  path: Path;
  summary: string;
  /** Who may ask this; what it says of single localities, the route itself applies. */
  policy: Policy;
  params: z.ZodType<Params>;
  query: z.ZodType<Query>;
  body: z.ZodType<Body>;
  /** Schemas of the answers, by status. */
  responses: Answers;
  problems?: readonly ProblemCode[];
  /** Whether its answer may tell who a stakeholder is or how to reach them: then it is logged who was answered. */
  readsPersonalData?: boolean;
  /** A write that must name the version it changes. */
  needsVersion?: boolean;
  /** The media types of the files it takes instead of JSON, `largest` in bytes; and of the files it answers with. */
  consumes?: { types: readonly string[]; largest: number };
  produces?: readonly string[];
  /** Loads and decides; the chain commits the change, and runs it again when another change was committed first. */
  run(
    dependencies: Dependencies,
  ): (
    request: Omit<RawRequest, 'params' | 'query' | 'body'> & { params: Params; query: Query; body: Body },
  ) => Promise<RouteResult<z.output<Answers[keyof Answers]>>>;
}

/** The schema for a part of the request that the route does not read. */
export const noInput = z.unknown();

/** A route as data: its schemas parse the request, produce its validation errors and make the published description. */
export interface Route<Dependencies, At extends Method = Method, Path extends ApiPath = ApiPath>
  extends Omit<Definition<Dependencies, At, Path, unknown, unknown, unknown, Responses>, 'run'> {
  run(dependencies: Dependencies): (request: RawRequest) => Promise<RouteResult>;
}

/** Where a route is found, and how it is read. */
export interface LazyRoute<Dependencies> {
  method: Method;
  path: ApiPath;
  load(): Promise<Route<Dependencies>>;
}

/** Defines a route: what `run` receives has the types of the schemas. */
export function route<
  Dependencies,
  At extends Method,
  Path extends ApiPath,
  Params,
  Query,
  Body,
  Answers extends Responses,
>(
  definition: Definition<Dependencies, At, Path, Params, Query, Body, Answers>,
): Route<Dependencies, At, Path> {
  const { params, query, body } = definition;
  const questions = contactQuestions(body);
  return {
    ...definition,
    responses: questions
      ? Object.fromEntries(
          Object.entries(definition.responses).map(([status, schema]) => [status, asking(schema)]),
        )
      : definition.responses,
    run: (dependencies) => {
      const run = definition.run(dependencies);
      return async (request) => {
        // An id of the wrong form names nothing that exists.
        const address = params.safeParse(request.params);
        if (!address.success) throw new Problem('not-found');
        const sent = parse(body, request.body, request.language);
        const result = await run({
          ...request,
          params: address.data,
          query: parse(query, request.query, request.language),
          body: sent,
        });
        const warnings = questions?.(sent, request.language) ?? [];
        return warnings.length === 0 ? result : withWarnings(result, warnings);
      };
    },
  };
}

/** What schemas became, so that the answers of two routes that were one shape stay one. */
const asked = new WeakMap<z.ZodObject, z.ZodObject>();

/** An answer that may carry what is asked about the text that was sent. */
function asking(schema: z.ZodType): z.ZodType {
  if (!(schema instanceof z.ZodObject) || 'warnings' in schema.shape) return schema;
  const known = asked.get(schema) ?? schema.extend(Warnings.shape);
  asked.set(schema, known);
  return known;
}

/** A result whose answer also carries what is asked, after the warnings it has. */
function withWarnings(result: RouteResult, more: z.infer<typeof FieldMessage>[]): RouteResult {
  const { response } = result;
  if (!('body' in response)) return result;
  const { warnings = [], ...body } = Warnings.loose().parse(response.body);
  return { ...result, response: { ...response, body: { ...body, warnings: [...warnings, ...more] } } };
}

/**
 * The value as the schema has it.
 * @throws Problem `invalid-request` with every field that is wrong, in the caller's language
 */
function parse<T>(schema: z.ZodType<T>, value: unknown, language: Language): T {
  const { data, errors } = validate(schema, value, language);
  if (errors) throw new Problem('invalid-request', { errors });
  return data;
}

/** The value as the schema has it, or every field that is wrong: by its text, whatever it is for, or by the schema. */
export function validate<T>(
  schema: z.ZodType<T>,
  value: unknown,
  language: Language,
): { data: T; errors?: undefined } | { data?: undefined; errors: ValidationError[] } {
  const faulty = faultyTexts(value);
  const { success, data, error } = schema.safeParse(value, { error: schemaErrorWords[language] });
  if (success && faulty.length === 0) return { data };
  const named = new Set(faulty.map(({ path }) => path));
  const others = error?.issues.flatMap(validationErrors) ?? [];
  return { errors: [...faulty, ...others.filter(({ path }) => !named.has(path))] };
}

/** One issue of the schema library as validation errors: of several unknown fields, one each. */
function validationErrors(issue: z.core.$ZodIssue): ValidationError[] {
  const at = (key?: PropertyKey) =>
    [...issue.path, ...(key === undefined ? [] : [key])].map((part) => toldName(String(part))).join('.') ||
    'body';
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: at(key), message: 'unknown' }));
  return [{ path: at(), message: issue.message }];
}

/**
 * Compares the version from `If-Match` with the state: the thing itself last changed at `revision`, its locality as a
 * whole is at `latest`. Any version from the one to the other is current, since other parts of the locality may have
 * changed without it.
 * @throws Problem `stale-version` for a version before or after these; none given is accepted
 */
export function checkIfMatch(ifMatch: number | undefined, revision: number, latest: number): void {
  if (ifMatch !== undefined && (ifMatch < revision || ifMatch > latest)) throw new Problem('stale-version');
}
