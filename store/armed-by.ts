import { createHash } from 'node:crypto';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { canonicalJson } from '../domain/canonical-json.ts';
import type { DaysOff } from '../domain/days-off.ts';
import type { ReminderSettings } from '../domain/reminder-settings.ts';
import type { Table } from './transaction.ts';

const key = { pk: 'SWEEP', sk: 'ARMED-BY' };
const ArmedBy = z.object({ settings: z.string() });

/** What the days of reminders are made from, as one word: the ladder and the days off, and not the hour. SHA-256, base64url. */
export const settingsDigest = ({ hour: _, ...ladder }: ReminderSettings, calendar: DaysOff): string =>
  createHash('sha256').update(canonicalJson({ ladder, calendar })).digest('base64url');

/** By which settings all reminders wait, so that a sweep knows when they are others now. */
export function armedByStore({ client, name: TableName }: Table) {
  /** The digest of the settings; `undefined` before the first sweep. */
  async function find(): Promise<string | undefined> {
    const { Item } = await client.send(new GetCommand({ TableName, Key: key, ConsistentRead: true }));
    return ArmedBy.optional().parse(Item)?.settings;
  }

  /** All that waits has been armed by these settings. Whoever comes second writes the same. */
  async function keep(settings: string): Promise<void> {
    await client.send(new PutCommand({ TableName, Item: { ...key, entity: 'armed-by', settings } }));
  }

  return { find, keep };
}
