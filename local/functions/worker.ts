import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import { keepCompiled } from '../compile-cache.ts';
import { Call, type Reply, type Thrown, WorkerData } from './messages.ts';
import { printTo } from './print-to.ts';
import { shiftDate } from './shifted-date.ts';

/** The thread that one function runs in: what Lambda's runtime does around a handler. */

const { name, arn, folder, handler, memoryMegabytes, clock, logFile } = WorkerData.parse(workerData);
const machineTime = shiftDate(clock);
printTo(logFile);

class StartFailure extends Error {
  constructor(type: string, message: string) {
    super(message);
    this.name = type;
  }
}

async function loadHandler() {
  const [file = 'index', exported = 'handler'] = handler.split('.');
  const path = ['.mjs', '.js', '.cjs'].map((ending) => join(folder, file + ending)).find(existsSync);
  if (!path) throw new StartFailure('Runtime.ImportModuleError', `Cannot find module '${file}'`);
  const module: unknown = await import(pathToFileURL(path).href);
  keepCompiled();
  const found = z.record(z.string(), z.unknown()).parse({ ...Object(module) })[exported];
  if (typeof found !== 'function')
    throw new StartFailure('Runtime.HandlerNotFound', `${handler} is undefined or not exported`);
  return (event: unknown, context: unknown): unknown => Reflect.apply(found, undefined, [event, context]);
}

let loaded: ReturnType<typeof loadHandler> | undefined;

function contextOf({ id, milliseconds }: Call) {
  const deadline = machineTime() + milliseconds;
  return {
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: arn,
    memoryLimitInMB: String(memoryMegabytes),
    awsRequestId: id,
    logGroupName: `/aws/lambda/${name}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, deadline - machineTime()),
  };
}

const describe = (error: unknown): Thrown =>
  error instanceof Error
    ? { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') }
    : { errorType: 'Error', errorMessage: String(error), trace: [] };

async function answer(call: Call): Promise<Reply> {
  try {
    loaded ??= loadHandler();
    const handle = await loaded;
    const result = await handle(JSON.parse(call.event), contextOf(call));
    return { id: call.id, result: JSON.stringify(result) ?? 'null' };
  } catch (error) {
    const thrown = describe(error);
    const { errorType, errorMessage, trace: stackTrace } = thrown;
    console.error(
      JSON.stringify({
        timestamp: new Date(),
        level: 'ERROR',
        requestId: call.id,
        message: { errorType, errorMessage, stackTrace },
      }),
    );
    return { id: call.id, thrown };
  }
}

parentPort?.on('message', async (message) => {
  parentPort?.postMessage(await answer(Call.parse(message)));
});
