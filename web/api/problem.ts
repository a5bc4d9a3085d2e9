import type { ProblemCode } from '../../domain/errors.ts';

interface Told {
  type?: string;
  title?: string;
  detail?: string;
  errors?: { path: string; message: string }[];
  missing?: { criterion: string; key: string; what: string; activity?: string }[];
}

/** What the interface answered instead of doing it (RFC 9457); `detail` is for the person, in their language. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors: NonNullable<Told['errors']>;
  readonly missing: NonNullable<Told['missing']>;

  constructor(status: number, { type = '', title = '', detail = '', errors = [], missing = [] }: Told) {
    super(detail || title || String(status));
    this.status = status;
    this.code = type.replace('/problems/', '');
    this.title = title;
    this.detail = detail;
    this.errors = errors;
    this.missing = missing;
  }

  is(...codes: ProblemCode[]): boolean {
    return codes.some((code) => code === this.code);
  }
}

/** The interface was not reached, or did not answer in time: whether it did what it was asked is unknown. */
export class NoConnection extends Error {
  override readonly name = 'NoConnection';
}

/** A problem from an answer, whoever gave it: what stands in front of the interface may answer in its own way. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const isProblem = /json/.test(response.headers.get('content-type') ?? '');
  const told: Told = isProblem ? await response.json() : {};
  return new ProblemError(response.status, told);
}
