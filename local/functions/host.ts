import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { FunctionSpec } from '../assembly/specs.ts';
import { privateFile } from '../private-files.ts';
import { FunctionError } from './error.ts';
import { type Call, Reply, type WorkerData } from './messages.ts';

interface Waiting {
  resolve: (result: string) => void;
  reject: (error: FunctionError) => void;
  timer: NodeJS.Timeout;
}

export interface HostOptions {
  spec: FunctionSpec;
  environment: Record<string, string>;
  clock: SharedArrayBuffer;
  /** What the function prints goes there. */
  logFile: string;
  /** A thread that has nothing to do for so many milliseconds is let go of; it stays unless told. */
  restAfter?: number;
}

/** One worker thread with its own environment; it takes several calls at once. */
class Thread {
  readonly #worker: Worker;
  readonly #waiting = new Map<string, Waiting>();
  #retired = false;
  readonly #restAfter: number | undefined;
  #rest: NodeJS.Timeout | undefined;
  /** Whether it can take calls. */
  alive = true;

  constructor({ spec, environment, clock, logFile, restAfter }: HostOptions) {
    this.#restAfter = restAfter;
    const { name, arn, folder, handler, memoryMegabytes } = spec;
    const data: WorkerData = { name, arn, folder, handler, memoryMegabytes, clock, logFile };
    this.#worker = new Worker(new URL('thread.mjs', import.meta.url), {
      workerData: data,
      env: environment,
      execArgv: [],
      name,
      stdout: true,
      stderr: true,
    });
    const log = (text: string | Buffer) => appendFileSync(logFile, text, privateFile);
    // The thread writes its log by itself; here comes only what was printed before it could.
    this.#worker.stdout.on('data', log);
    this.#worker.stderr.on('data', log);
    this.#worker.on('message', (message) => this.#onReply(Reply.parse(message)));
    this.#worker.on('error', (error) => {
      log(`${JSON.stringify({ level: 'ERROR', message: error.message, stack: error.stack })}\n`);
      this.#fail(error.name, error.message);
    });
    this.#worker.on('exit', (code) => {
      this.#fail('Runtime.ExitError', `Runtime exited with error: exit status ${code}`);
    });
  }

  call(event: string, milliseconds: number): Promise<string> {
    const call: Call = { id: randomUUID(), event, milliseconds };
    clearTimeout(this.#rest);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#onTimeout(call), milliseconds);
      this.#waiting.set(call.id, { resolve, reject, timer });
      this.#worker.postMessage(call);
    });
  }

  /** Takes no more calls and ends with the last of those under way. */
  retire() {
    this.alive = false;
    this.#retired = true;
    if (this.#waiting.size === 0) void this.end();
  }

  async end() {
    this.alive = false;
    clearTimeout(this.#rest);
    await this.#worker.terminate();
  }

  #onReply(reply: Reply) {
    const waiting = this.#take(reply.id);
    if (!waiting) return;
    if ('result' in reply) waiting.resolve(reply.result);
    else {
      const { errorType, errorMessage, trace } = reply.thrown;
      waiting.reject(new FunctionError(errorType, errorMessage, trace));
    }
  }

  /**
   * Lambda kills the environment of a call that takes too long, and with it that call alone. Here other calls share
   * the thread, so it takes no more and ends with the last of them.
   */
  #onTimeout({ id, milliseconds }: Call) {
    this.alive = false;
    this.#retired = true;
    const seconds = (milliseconds / 1000).toFixed(2);
    const error = new FunctionError(
      'Sandbox.Timedout',
      `RequestId: ${id} Error: Task timed out after ${seconds} seconds`,
    );
    this.#take(id)?.reject(error);
  }

  #take(id: string) {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    clearTimeout(waiting?.timer);
    if (this.#waiting.size === 0) this.#onIdle();
    return waiting;
  }

  #onIdle() {
    clearTimeout(this.#rest);
    if (this.#retired) void this.end();
    else if (this.alive && this.#restAfter !== undefined)
      this.#rest = setTimeout(() => this.retire(), this.#restAfter).unref();
  }

  #fail(type: string, message: string) {
    this.alive = false;
    for (const id of [...this.#waiting.keys()]) this.#take(id)?.reject(new FunctionError(type, message));
  }
}

/** Keeps a function's thread: starts it at the first call and replaces it when it has died. */
export class FunctionHost {
  #options: HostOptions;
  #thread: Thread | undefined;
  #stopped = false;

  constructor(options: HostOptions) {
    this.#options = options;
  }

  /** Calls the function with a JSON text. @throws FunctionError */
  async call(event: string): Promise<string> {
    if (this.#stopped) throw new FunctionError('Lambda.ServiceException', 'the machine is stopping');
    if (!this.#thread?.alive) this.#thread = new Thread(this.#options);
    return this.#thread.call(event, this.#options.spec.timeoutSeconds * 1000);
  }

  /** From the next call on the code in this folder is run. */
  replace(folder: string) {
    this.#options = { ...this.#options, spec: { ...this.#options.spec, folder } };
    this.#thread?.retire();
    this.#thread = undefined;
  }

  async stop() {
    this.#stopped = true;
    await this.#thread?.end();
  }
}
