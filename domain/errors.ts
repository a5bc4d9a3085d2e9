import type { Text } from './language.ts';
import type { SurveyWave } from './programme.ts';
import type { Sector } from './stakeholder.ts';

/** One thing missing before a gate lets a locality pass; words are found for it by `code`. */
export interface Missing {
  criterion: string;
  code:
    | 'activity-open'
    | 'evidence-missing'
    | 'too-few-meetings'
    | 'too-few-people'
    | 'too-few-commitments'
    | 'commitments-blank'
    | 'sector-missing'
    | 'too-few-fulfilled'
    | 'targeting-undecided'
    | 'too-few-respondents'
    | 'not-compared';
  /** The activity it is about, where it is about one. */
  activity?: string;
  /** The name of that activity. */
  name?: Text;
  /** The sector or the survey it is about. */
  sector?: Sector;
  wave?: SurveyWave;
  have: number;
  needed: number;
}

/** A field, header or part of an address that was refused, and why. */
export interface ValidationError {
  path: string;
  message: string;
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
  'already-in-review': 409,
  'not-open': 409,
  'not-on-hold': 409,
  'not-active': 409,
  'clears-itself': 409,
  'changed-meanwhile': 409,
  erased: 410,
  'stale-version': 412,
  'body-too-large': 413,
  'unsupported-media-type': 415,
  'key-reused': 422,
  'version-required': 428,
  internal: 500,
  unavailable: 503,
} as const;
export type ProblemCode = keyof typeof problems;

/** A refusal with a stable code; one middleware turns it into RFC 9457 problem+json. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly errors?: ValidationError[];
  readonly missing?: Missing[];

  constructor(
    code: ProblemCode,
    more: { errors?: ValidationError[]; missing?: Missing[]; cause?: unknown } = {},
  ) {
    super(code, { cause: more.cause });
    // Workflows retry by error name, so each problem goes by its own.
    this.name = code;
    this.code = code;
    this.errors = more.errors;
    this.missing = more.missing;
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
