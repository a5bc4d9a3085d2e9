import { appendFileSync, mkdirSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Municipality } from '../domain/municipality.ts';
import { tableOn } from '../store/transaction.ts';
import { Activity } from './activity.ts';
import { readAssembly } from './assembly/assembly.ts';
import type { FunctionSpec, StreamSpec } from './assembly/specs.ts';
import { Clock } from './clock.ts';
import { type DataFolder, openDataFolder } from './data-folder.ts';
import { openDataState } from './data-state.ts';
import { openChanges } from './dynamodb/changes.ts';
import { createTable } from './dynamodb/create-table.ts';
import { startTableServer, type TableServer } from './dynamodb/server.ts';
import { tidyStreamRecords } from './dynamodb/stream-records.ts';
import type { ExampleCopy } from './example-copy.ts';
import { credentials } from './functions/environment.ts';
import type { Functions } from './functions/functions.ts';
import { HttpServer } from './http/server.ts';
import type { Settings } from './journal.ts';
import { privateFile, privateFolder } from './private-files.ts';
import { startSchedules } from './schedules.ts';
import { startServices } from './services.ts';
import { settler } from './settle.ts';
import type { Person } from './sign-in/people.ts';
import { messageOf } from './startup-error.ts';
import { passedByAll } from './stream/position.ts';
import type { TableStream } from './stream/stream.ts';
import { checkVersionsInUse, versionsDeployed } from './versions-in-use.ts';
import { type AppConfig, type AppServer, appServer } from './web/serve-app.ts';

/** A municipality to begin with, made on the first start of an empty folder. */
export interface Example {
  /** The instant it begins at, which may lie in the past; now unless told. */
  startAt?: number;
  /** Makes it, through the interface of the running machine. */
  seed(runner: Runner): Promise<void>;
  /** The same, made before for a machine of this assembly and address; absent where none is kept. */
  copy?(assembly: string, url: string): ExampleCopy;
}

export interface RunnerOptions {
  /** 0 takes a free one. */
  port: number;
  dataFolder: string;
  /** Empty the folder first. */
  fresh?: boolean;
  municipality: Municipality;
  /** Gives the folder of the cloud assembly, once the port and the data folder are known to be free. */
  assembly: () => Promise<string>;
  /** Gives the folder of the coordinators' app. It is asked for when all else is ready, or by a request for the app. */
  app?: () => Promise<string>;
  /** Follows the sources while the machine runs. */
  dev?: Dev;
  example?: Example;
  /** The address of another DynamoDB, for a machine that has no program for the table's own server. */
  dynamodbEndpoint?: string;
  progress?: (line: string) => void;
  /** Told of what went wrong by itself, while nobody waited for it. */
  failed?: (line: string) => void;
}

/** What `npm run dev` does beside: the app and the functions are taken from their sources as they are edited. */
export interface Dev {
  /** Serves the app; in place of the built one. */
  app(server: Server, config: AppConfig): { answer: AppServer; stop(): Promise<void> };
  /** Swaps functions in as their sources change. Returns how to end it. */
  functions(specs: FunctionSpec[], functions: Functions): () => void;
}

/** A running machine. */
export interface Runner {
  url: string;
  dataFolder: string;
  municipality: Municipality;
  clock: Pick<Clock, 'now' | 'moveTo'>;
  /** An access token for somebody. */
  token(person: Person): Promise<string>;
  /** Waits until everything set off so far has come to rest. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

type Endings = (() => unknown)[];

/**
 * Serves a municipality's cloud assembly on this machine with real parts; resolves when it is ready.
 * @throws Refusal with one line that says why it cannot be served
 */
export async function startRunner(options: RunnerOptions): Promise<Runner> {
  const endings: Endings = [];
  const stop = async () => {
    for (const end of endings.splice(0).reverse()) await end();
  };
  try {
    return await start(options, endings, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Writes what went wrong to the runner's log, and tells it in short. */
const reporter =
  ({ files }: DataFolder, tell: (line: string) => void = () => {}) =>
  (error: unknown) => {
    const stack = error instanceof Error ? error.stack : undefined;
    const line = { at: new Date().toISOString(), message: messageOf(error), stack };
    mkdirSync(files.logs, { recursive: true, ...privateFolder });
    appendFileSync(join(files.logs, 'runner.jsonl'), `${JSON.stringify(line)}\n`, privateFile);
    tell(messageOf(error));
  };

interface TableSource {
  dynamodbEndpoint?: string;
  files: DataFolder['files'];
  settings: Settings;
  /** Who reads the table's stream. */
  readers: StreamSpec[];
  progress: (line: string) => void;
  failed: (error: unknown) => void;
}

interface OpenTable extends TableServer {
  /** Another number after every write; a table that is served elsewhere does not tell. */
  version?: () => number;
}

async function openTable(source: TableSource): Promise<OpenTable> {
  const { dynamodbEndpoint, files, settings, readers, progress, failed } = source;
  if (dynamodbEndpoint) {
    progress(`The table is served by ${dynamodbEndpoint} …`);
    return { endpoint: dynamodbEndpoint, stop: async () => {} };
  }
  const server = await startTableServer(files, () =>
    failed(new Error('the table server ended; it is started again')),
  );
  try {
    tidyStreamRecords(files.table, (shard) => passedByAll(settings, readers, shard));
  } catch (error) {
    // Without it the table is as right as before, and slower.
    failed(error);
  }
  const changes = openChanges(files.table);
  return {
    endpoint: server.endpoint,
    version: changes.version,
    stop: async () => {
      changes.close();
      await server.stop();
    },
  };
}

/** Made once, for the first who asks and all after. */
function onceAsked(make: () => Promise<string>): () => Promise<string> {
  let making: Promise<string> | undefined;
  return () => {
    making ??= make();
    return making;
  };
}

async function start(options: RunnerOptions, endings: Endings, stop: () => Promise<void>): Promise<Runner> {
  const { municipality, example, progress = () => {} } = options;
  const folder = openDataFolder(options.dataFolder);
  endings.push(() => folder.close());
  const { files } = folder;
  const failed = reporter(folder, options.failed);
  const http = await HttpServer.listen(options.port, failed);
  endings.push(() => http.stop());
  const { url } = http;
  const assemblyFolder = await options.assembly();
  const assembly = readAssembly(assemblyFolder, municipality.id, url);
  const copy = example?.copy?.(assemblyFolder, url);
  const fill = () => {
    if (copy?.restore(files)) progress(`Taking the example of ${municipality.name} as it was made today …`);
  };

  const { journal, settings, isNew, complete } = openDataState(
    folder,
    municipality.id,
    options.fresh ?? false,
    fill,
  );
  // Closed last of all but the folder: the server answers from it to its end.
  endings.splice(1, 0, () => journal.close());
  mkdirSync(files.logs, { recursive: true, ...privateFolder });
  const activity = new Activity();
  const streams: TableStream[] = [];
  const settle = settler(activity, streams);
  const clock = new Clock({ settings, startAt: isNew ? example?.startAt : undefined, settle, failed });
  endings.push(() => clock.stop());

  progress(`Opening the table ${assembly.table.name} …`);
  const table = await openTable({
    dynamodbEndpoint: options.dynamodbEndpoint,
    files,
    settings,
    readers: assembly.streams,
    progress,
    failed,
  });
  endings.push(() => table.stop());
  await createTable(table.endpoint, assembly.region, assembly.table);
  const client = new DynamoDBClient({ endpoint: table.endpoint, region: assembly.region, credentials });
  endings.push(() => client.destroy());
  const stores = tableOn(client, assembly.table.name);
  if (!isNew) await checkVersionsInUse(stores, versionsDeployed(assembly.functions));

  progress(`Loading ${assembly.functions.length} functions and ${assembly.stateMachines.length} workflows …`);
  const built = options.app && onceAsked(options.app);
  const { dev } = options;
  const app = dev
    ? (config: AppConfig) => {
        const { answer, stop } = dev.app(http.server, config);
        endings.push(stop);
        return answer;
      }
    : built && ((config: AppConfig) => appServer(built, config));
  const ground = { url, municipality, assembly, files, journal, settings, clock, activity, failed, app };
  const started = await startServices({
    ...ground,
    dynamodbEndpoint: table.endpoint,
    tableVersion: table.version,
    table: stores,
  });
  const { functions, tokens } = started;
  endings.push(() => functions.stop());
  if (dev) endings.push(dev.functions(assembly.functions, functions));
  for (const stream of started.streams) {
    await stream.start();
    streams.push(stream);
    endings.push(() => stream.stop());
  }
  http.services = started.services;
  endings.push(() => started.services.local.table.stop());
  endings.push(() => started.services.local.stepFunctions.stop());

  const { region, schedules: specs } = assembly;
  await startSchedules({ specs, region, functions, settings, clock, activity, failed });
  await settle();
  const { dataFolder } = options;
  const runner: Runner = { url, dataFolder, municipality, clock, token: tokens.sign, settle, stop };
  if (isNew && example) {
    progress(`Making the example of ${municipality.name} …`);
    await example.seed(runner);
    await settle();
  }
  complete();
  if (isNew) await copy?.keep(files).catch(failed);
  if (!dev) built?.().catch(failed);
  return runner;
}
