import type { DatabaseSync } from 'node:sqlite';
import type { Locality } from '../domain/locality.ts';
import type { Municipality } from '../domain/municipality.ts';
import { userIn } from '../domain/user.ts';
import { localityStore } from '../store/localities.ts';
import { staffRegister } from '../store/staff-register.ts';
import type { Table } from '../store/transaction.ts';
import type { Activity } from './activity.ts';
import type { Assembly } from './assembly/specs.ts';
import type { Clock } from './clock.ts';
import type { DataFolder } from './data-folder.ts';
import { credentials } from './functions/environment.ts';
import { type Functions, startFunctions } from './functions/functions.ts';
import { startGateway } from './http/gateway.ts';
import type { Services } from './http/server.ts';
import { startTableEntrance } from './http/table.ts';
import { infoOf } from './info.ts';
import type { Settings } from './journal.ts';
import { startMailEvents } from './mail/events.ts';
import { startSes } from './mail/ses.ts';
import { openMailStore } from './mail/store.ts';
import { startS3 } from './s3/endpoint.ts';
import { openObjects } from './s3/objects.ts';
import { openKeys } from './sign-in/keys.ts';
import { peopleOf } from './sign-in/people.ts';
import { createProvider } from './sign-in/provider.ts';
import { returnUrlsOf } from './sign-in/return-urls.ts';
import { type Tokens, tokensOf } from './sign-in/tokens.ts';
import { startStepFunctions } from './step-functions/step-functions.ts';
import { TableStream } from './stream/stream.ts';
import type { AppConfig, AppServer } from './web/serve-app.ts';

/** What every service stands on. */
export interface ServiceContext {
  url: string;
  dynamodbEndpoint: string;
  /** The municipality's table, as stores use it. */
  table: Table;
  /** Another number after every write to the table, where that can be told. */
  tableVersion?: () => number;
  municipality: Municipality;
  assembly: Assembly;
  files: DataFolder['files'];
  journal: DatabaseSync;
  settings: Settings;
  clock: Clock;
  activity: Activity;
  failed: (error: unknown) => void;
  /** Makes what serves the coordinators' app, where it is to be served. */
  app?: (config: AppConfig) => AppServer;
}

export interface Started {
  services: Services;
  functions: Functions;
  /** Not yet followed. */
  streams: TableStream[];
  tokens: Tokens;
}

async function startSignIn({ url, assembly, municipality, files, journal, settings, table }: ServiceContext) {
  const issuer = `${url}/oidc`;
  const { clientId, returnUrls: templateUrls } = assembly.signIn;
  const keys = await openKeys(files.keys);
  const returnUrls = returnUrlsOf(templateUrls, url);
  const { provider, remember } = createProvider({ issuer, clientId, returnUrls, keys, journal, settings });
  return {
    tokens: tokensOf(keys, issuer, clientId),
    signIn: {
      provider,
      people: async () => {
        const localities: Locality[] = [];
        for await (const locality of localityStore(table).all()) localities.push(locality);
        return peopleOf(municipality, localities);
      },
      remember,
    },
  };
}

/**
 * Makes the parts that stand for AWS's services, each from its piece of the assembly.
 * @throws Refusal naming what of it could not be served
 */
export async function startServices(ground: ServiceContext): Promise<Started> {
  const {
    url,
    dynamodbEndpoint,
    municipality,
    assembly,
    files,
    journal,
    settings,
    clock,
    activity,
    failed,
    table,
  } = ground;
  const { region } = assembly;
  const endpoints = { dynamodb: dynamodbEndpoint, aws: `${url}/local/aws` };
  const { logs, deadLetters } = files;

  const specs = assembly.functions;
  const streams: TableStream[] = [];
  const called = () => {
    for (const stream of streams) stream.poke();
  };
  const functions = startFunctions({
    specs,
    region,
    endpoints,
    clock: clock.shared,
    logs,
    activity,
    called,
    // Those of people who are signed in and work; a page without an account is seldom asked for.
    awaited: new Set(assembly.routes.flatMap(({ audience, functionArn }) => (audience ? [functionArn] : []))),
  });
  const machines = assembly.stateMachines;
  const stepFunctions = startStepFunctions({
    assembly: assembly.folder,
    specs: machines,
    functions,
    journal,
    clock,
    activity,
    region,
    failed,
  });
  const { tableVersion: version } = ground;
  const follow = {
    endpoint: dynamodbEndpoint,
    version,
    region,
    functions,
    settings,
    clock,
    activity,
    deadLetters,
    failed,
  };
  streams.push(...assembly.streams.map((spec) => new TableStream({ spec, ...follow })));
  const mails = openMailStore(journal);
  const mailEvents = startMailEvents({ specs, functions, clock, activity, failed });
  const ses = startSes(mails, clock, mailEvents?.accepted);
  const s3 = startS3(openObjects(journal, files.objects, assembly.buckets), clock, credentials);
  const { tokens, signIn } = await startSignIn(ground);
  const gateway = startGateway({ routes: assembly.routes, functions, tokens, clock });
  const issuer = `${url}/oidc`;
  const { clientId } = assembly.signIn;
  const app = ground.app?.({ issuer, clientId, municipality });
  const entrance = startTableEntrance(dynamodbEndpoint);
  const published = { ...endpoints, dynamodb: url + entrance.path };
  const info = infoOf(assembly, municipality, published, issuer);
  const registerStaff = (user: string) =>
    staffRegister(table).add(userIn(municipality, user), municipality, new Date(clock.now()));
  const local = {
    info,
    clock,
    mails,
    mailEvents,
    tokens,
    registerStaff,
    stepFunctions,
    ses,
    s3,
    table: entrance,
  };
  return { services: { gateway, local, signIn, app }, functions, streams, tokens };
}
