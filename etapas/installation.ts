import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { type ApiClient, apiClient } from '../local/api-client.ts';
import { credentials } from '../local/functions/environment.ts';
import { type Table, tableOn } from '../store/transaction.ts';
import { Failure, Misuse } from './command.ts';

/** The options by which a command is told which installation it is about. */
export const installationOptions = ['at', 'table', 'files', 'region'] as const;
export const InstallationOptions = z.object({
  at: z.url({ protocol: /^https?$/ }).optional(),
  table: z.string().min(3).optional(),
  files: z.string().min(3).optional(),
  region: z
    .string()
    .regex(/^[a-z]{2}(-[a-z]+)+-\d$/)
    .optional(),
});
type InstallationOptions = z.infer<typeof InstallationOptions>;

const here = 'http://127.0.0.1:4600';

const Info = z.object({
  dynamodbEndpoint: z.url(),
  region: z.string(),
  tableName: z.string(),
  mailFrom: z.string(),
});
type Info = z.infer<typeof Info>;

/** An installation on this machine, asked over its own addresses; or one in AWS, by its table. */
export type Installation =
  | { kind: 'local'; address: string; info: Info; api: ApiClient }
  | { kind: 'aws'; table: Table; files: string | undefined };

/** @throws Misuse, Failure */
export async function installationOf({
  at,
  table,
  files,
  region,
}: InstallationOptions): Promise<Installation> {
  if (table !== undefined) {
    if (at !== undefined) throw new Misuse('together', '--at, --table');
    // The client of the bucket reads it from here, too.
    if (region !== undefined) process.env.AWS_REGION = region;
    return { kind: 'aws', table: tableOn(new DynamoDBClient(), table), files };
  }
  if (files !== undefined || region !== undefined) throw new Misuse('filesOfTable');
  const address = (at ?? here).replace(/\/+$/, '');
  return { kind: 'local', address, info: await infoAt(address), api: apiClient(address) };
}

async function infoAt(address: string): Promise<Info> {
  let answer: Response;
  try {
    answer = await fetch(`${address}/local/info`);
  } catch {
    throw new Failure('unreachable', address);
  }
  const info = answer.ok ? Info.safeParse(await answer.json().catch(() => undefined)).data : undefined;
  if (!info) throw new Failure('notLocal', address);
  return info;
}

/** Who a command is, to an installation of this machine: somebody of the municipality's own domain. */
export const administratorAt = ({ mailFrom }: Info) => ({
  user: `etapas-cli@${mailFrom.slice(mailFrom.indexOf('@') + 1)}`,
  role: 'administrator' as const,
});

/** The table of an installation, for what no route does. */
export function tableOf(installation: Installation): Table {
  if (installation.kind === 'aws') return installation.table;
  const { dynamodbEndpoint: endpoint, region, tableName } = installation.info;
  return tableOn(new DynamoDBClient({ endpoint, region, credentials }), tableName);
}

/** The time of an installation: that of this machine may have been moved. */
export async function timeOf(installation: Installation): Promise<Date> {
  if (installation.kind === 'aws') return new Date();
  const { now } = await installation.api.local(
    z.object({ now: z.iso.datetime({ offset: true }) }),
    'GET',
    '/local/clock',
  );
  return new Date(now);
}
