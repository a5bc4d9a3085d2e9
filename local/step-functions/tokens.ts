import { randomBytes } from 'node:crypto';
import type * as z from 'zod';

/** A task that waits for its token to be answered. */
export interface WaitingTask {
  succeed(output: z.core.util.JSONType): void;
  fail(error: Error): void;
}

const separator = '|';

/**
 * The tokens of all waiting tasks. A token says which execution it belongs to, so that one that came too late can be
 * told from one that never was.
 */
export class Tokens {
  readonly #waiting = new Map<string, WaitingTask>();

  create = (executionArn: string) =>
    Buffer.from([executionArn, randomBytes(24).toString('base64url')].join(separator)).toString('base64url');

  /** The execution a token was made for, if it was made here at all. */
  executionOf(token: string): string | undefined {
    const [arn, secret] = Buffer.from(token, 'base64url').toString().split(separator);
    return secret && arn?.startsWith('arn:') ? arn : undefined;
  }

  await(token: string, task: WaitingTask) {
    this.#waiting.set(token, task);
  }

  find(token: string): WaitingTask | undefined {
    return this.#waiting.get(token);
  }

  forget(token: string) {
    this.#waiting.delete(token);
  }
}
