import * as z from 'zod';
import type { Role } from '../domain/policies.ts';

const Token = z.object({ accessToken: z.string() });

export interface Person {
  user: string;
  role: Role;
}

/** An answer that says no; `status` and `problem` are what the interface answered. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;
  readonly problem: unknown;

  constructor(request: string, status: number, problem: unknown) {
    super(`${request}: ${status} ${JSON.stringify(problem)}`);
    this.status = status;
    this.problem = problem;
  }
}

/** Speaks to a running Etapas over HTTP, as scripts do: with a token for each person, by the published interface. */
export function apiClient(url: string) {
  const tokens = new Map<string, string>();

  async function request(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const isFile = typeof body === 'string';
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': isFile ? 'text/csv' : 'application/json' }),
        ...headers,
      },
      body: body === undefined || isFile ? body : JSON.stringify(body),
    });
    const content: unknown = await answer.json();
    if (!answer.ok) throw new Refused(`${method} ${path}`, answer.status, content);
    return content;
  }

  async function tokenOf(person: Person): Promise<string> {
    const name = `${person.role} ${person.user}`;
    const token = tokens.get(name) ?? Token.parse(await request('POST', '/local/token', person)).accessToken;
    tokens.set(name, token);
    return token;
  }

  return {
    /** A request to `/local/*`, which needs nobody. */
    local: <T>(answer: z.ZodType<T>, method: string, path: string, body?: unknown): Promise<T> =>
      request(method, path, body).then((content) => answer.parse(content)),
    /** A request in somebody's name; a text is sent as a CSV file. The answer is parsed by `answer`. */
    as:
      (person: Person) =>
      async <T>(
        answer: z.ZodType<T>,
        method: string,
        path: string,
        body?: unknown,
        headers: Record<string, string> = {},
      ) => {
        const authorization = `Bearer ${await tokenOf(person)}`;
        return answer.parse(await request(method, path, body, { authorization, ...headers }));
      },
  };
}
export type ApiClient = ReturnType<typeof apiClient>;
