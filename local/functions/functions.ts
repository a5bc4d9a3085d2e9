import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod';
import type { Activity } from '../activity.ts';
import type { FunctionSpec } from '../assembly/specs.ts';
import { privateFolder } from '../private-files.ts';
import { type Endpoints, environmentOf } from './environment.ts';
import { FunctionError } from './error.ts';
import { FunctionHost } from './host.ts';

/** Lambda takes and gives six megabytes at most. */
const largestPayload = 6 * 1024 * 1024;
/** The name of the error of a call whose event is larger. */
export const tooLarge = 'RequestTooLargeException';

/**
 * How long a function that is not called keeps its thread, in milliseconds. A thread takes some fifty megabytes, and to
 * start it again a quarter of a second: of little account for what works by itself, and felt by whoever waits.
 */
const rests = { byItself: 60_000, awaited: 15 * 60_000 };

export interface FunctionsOptions {
  specs: FunctionSpec[];
  region: string;
  endpoints: Endpoints;
  clock: SharedArrayBuffer;
  logs: string;
  activity: Activity;
  /** Told after each call: it may have written. */
  called?: () => void;
  /** ARNs of functions whose answer a person waits for; their threads stay longer. */
  awaited?: ReadonlySet<string>;
  /** Milliseconds after which a function that is not called gives its thread back. */
  restAfter?: number;
}

/** Lambda: the bundles of the assembly, each in a worker thread of its own. */
export interface Functions {
  /** Calls a function by its ARN and gives what it returned. @throws FunctionError */
  invoke(arn: string, event: unknown): Promise<z.core.util.JSONType>;
  has(arn: string): boolean;
  /** Runs the code in another folder from the next call on; calls under way end in the old one. */
  replace(arn: string, folder: string): void;
  stop(): Promise<void>;
}

export function startFunctions({
  specs,
  region,
  endpoints,
  clock,
  logs,
  activity,
  called = () => {},
  awaited = new Set(),
  restAfter,
}: FunctionsOptions): Functions {
  mkdirSync(logs, { recursive: true, ...privateFolder });
  const hosts = new Map(
    specs.map((spec) => [
      spec.arn,
      new FunctionHost({
        spec,
        environment: environmentOf(spec, region, endpoints),
        clock,
        logFile: join(logs, `${spec.name}.jsonl`),
        restAfter: restAfter ?? (awaited.has(spec.arn) ? rests.awaited : rests.byItself),
      }),
    ]),
  );

  const call = async (arn: string, event: unknown): Promise<z.core.util.JSONType> => {
    const host = hosts.get(arn);
    if (!host) throw new FunctionError('Lambda.ResourceNotFoundException', `Function not found: ${arn}`);
    const text = JSON.stringify(event ?? {});
    if (Buffer.byteLength(text) > largestPayload)
      throw new FunctionError(tooLarge, `Request must be smaller than ${largestPayload} bytes`);
    const result = await host.call(text);
    if (Buffer.byteLength(result) > largestPayload)
      throw new FunctionError(
        'Function.ResponseSizeTooLarge',
        `Response payload size exceeded maximum allowed payload size (${largestPayload} bytes).`,
      );
    return JSON.parse(result);
  };

  return {
    invoke: (arn, event) => activity.during(() => call(arn, event).finally(called)),
    has: (arn) => hosts.has(arn),
    replace: (arn, folder) => hosts.get(arn)?.replace(folder),
    async stop() {
      await Promise.all([...hosts.values()].map((host) => host.stop()));
    },
  };
}
