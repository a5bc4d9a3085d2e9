import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type * as z from 'zod';
import { logger } from './logger.ts';

/**
 * The chain of every function that is not asked over HTTP: its input is parsed, its errors are logged and rethrown
 * under their names, by which workflows and event sources retry. What it needs is made at its first call.
 */
export function eventHandler<Input, Result>(
  input: z.ZodType<Input>,
  make: () => (input: Input) => Promise<Result>,
) {
  let run: ReturnType<typeof make> | undefined;
  return middy<unknown, Result>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .use({ onError: ({ error }) => logger.error('failed', error ?? 'unknown') })
    .handler(async (event) => {
      run ??= make();
      return run(input.parse(event));
    });
}
