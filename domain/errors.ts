import type { Missing } from './criteria/index.ts';

/** A field, header or part of an address that was refused, and why. */
export interface ValidationError {
  path: string;
  message: string;
  /** What the message is about, in the order in which its sentence names it. */
  about?: readonly string[];
}

/** Every problem a caller can meet, by the suffix of its type, with its HTTP status. */
export const problems = {
  'invalid-request': 400,
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
  'criteria-unmet': 409,
  'four-eyes': 409,
  'not-in-review': 409,
  'already-decided': 409,
  'already-answered': 409,
  'already-in-review': 409,
  'not-open': 409,
  'not-on-hold': 409,
  'not-active': 409,
  'session-state': 409,
  'clears-itself': 409,
  'changed-meanwhile': 409,
  erased: 410,
  'stale-version': 412,
  'body-too-large': 413,
  'unsupported-media-type': 415,
  'key-reused': 422,
  'version-required': 428,
  'too-many-mails': 429,
  internal: 500,
  unavailable: 503,
  'version-missing': 503,
} as const;
export type ProblemCode = keyof typeof problems;

/** A table that is throttled, or an import under way, is over in about so long. */
const unavailableSeconds = 2;

/** A refusal with a stable code; one middleware turns it into RFC 9457 problem+json. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly errors?: ValidationError[];
  readonly missing?: Missing[];
  /** After how many seconds the same request may be sent again. */
  readonly retryAfter?: number;

  constructor(
    code: ProblemCode,
    more: { errors?: ValidationError[]; missing?: Missing[]; retryAfter?: number; cause?: unknown } = {},
  ) {
    super(code, { cause: more.cause });
    // Workflows retry by error name, so each problem goes by its own.
    this.name = code;
    this.code = code;
    this.errors = more.errors;
    this.missing = more.missing;
    this.retryAfter = more.retryAfter ?? (code === 'unavailable' ? unavailableSeconds : undefined);
  }
}

/** What was read has changed before it was written: load, decide and save again. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
}

/** A newer generation of the locality's workflow has taken over from the one that asks. */
export class Superseded extends Error {
  override readonly name = 'Superseded';
}
