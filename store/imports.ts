import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { LocalityEvent, StakeholderEvent } from '../domain/audit-events.ts';
import type { Instant } from '../domain/calendar.ts';
import { LocalityEdit } from '../domain/commands/create-locality.ts';
import { CommitmentEdit, NewCommitment } from '../domain/commitment.ts';
import { Geometry } from '../domain/geometry.ts';
import { Locality, LocalityId } from '../domain/locality.ts';
import { OutboxMessage } from '../domain/outbox-message.ts';
import { Role } from '../domain/policies.ts';
import { Contact, Sector, Stakeholder, StakeholderId } from '../domain/stakeholder.ts';
import { StakeholderEdit } from '../domain/stakeholder-input.ts';
import { User } from '../domain/user.ts';
import { BoardId, LineId } from '../domain/work/board.ts';
import { NewEntry } from '../domain/work/entry.ts';
import { ImportedLine, Line, LineEdit, Objective } from '../domain/work/line.ts';
import { type OutboxKey, queued } from './outbox-entry.ts';
import { queryPages } from './read.ts';
import { put, type Table, type TransactItem } from './transaction.ts';

const Caller = z.object({ user: User, roles: z.array(Role), localities: z.array(z.string()) });
/** The revision at which what is edited was read. */
const read = z.int();

/**
 * What one transaction writes of an imported file: things that are made anew, rows of one locality's matrix, or edits of
 * what is there.
 */
export const ImportPage = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('localities'),
    rows: z.array(
      z.object({
        locality: Locality,
        geometry: Geometry.optional(),
        // Audit event and outbox messages, named as they were first stored.
        deed: LocalityEvent,
        errands: z.array(OutboxMessage),
      }),
    ),
  }),
  z.object({
    kind: z.literal('stakeholders'),
    rows: z.array(z.object({ stakeholder: Stakeholder, contact: Contact, deed: StakeholderEvent })),
  }),
  z.object({
    kind: z.literal('commitments'),
    locality: LocalityId,
    caller: Caller,
    rows: z.array(z.object({ command: NewCommitment, sector: Sector.optional() })),
  }),
  z.object({
    kind: z.literal('locality-edits'),
    caller: Caller,
    rows: z.array(z.object({ id: LocalityId, read, edit: LocalityEdit })),
  }),
  z.object({
    kind: z.literal('stakeholder-edits'),
    caller: Caller,
    rows: z.array(z.object({ id: StakeholderId, read, edit: StakeholderEdit })),
  }),
  z.object({
    kind: z.literal('commitment-edits'),
    locality: LocalityId,
    caller: Caller,
    rows: z.array(
      z.object({
        number: z.int(),
        read,
        edit: CommitmentEdit,
        /** That of whoever the edit makes responsible. */
        sector: Sector.optional(),
      }),
    ),
  }),
  z.object({
    kind: z.literal('lines'),
    /** The id of a locality, or `municipality`, here and below. */
    locality: BoardId,
    caller: Caller,
    /** Objectives that rows bring along. */
    objectives: z.array(Objective.pick({ key: true, name: true, plan: true })),
    rows: z.array(ImportedLine),
  }),
  z.object({
    kind: z.literal('line-edits'),
    locality: BoardId,
    caller: Caller,
    rows: z.array(z.object({ key: z.string(), read, edit: LineEdit })),
  }),
  z.object({
    kind: z.literal('entries'),
    locality: BoardId,
    caller: Caller,
    /** How often each line was written when the file was judged. */
    lines: z.array(Line.pick({ key: true, writes: true })),
    rows: z.array(NewEntry.extend({ line: LineId })),
  }),
]);
export type ImportPage = z.infer<typeof ImportPage>;

/** A page that lies ready, by its place in the file. */
export interface StagedPage {
  place: number;
  page: ImportPage;
}

/** What was never accepted is gone after a week; what was is finished long before. */
const keptSeconds = 7 * 86_400;
const partition = (staged: string) => `IMPORT#${staged}`;
const pageKey = (staged: string, place: number) => ({
  pk: partition(staged),
  sk: `PAGE#${String(place).padStart(6, '0')}`,
});

/** Where the outbox message of an accepted import is kept: there is one for a file at a time. */
export const importMessageKey = (digest: string): OutboxKey => ({
  pk: partition(digest),
  sk: 'OUTBOX#import',
});

/** The pages of imported files that are not written yet. */
export function importStore(table: Table) {
  const { client, name: TableName } = table;

  /** Lays a page ready. Nothing of it shows until the import is accepted. */
  async function stage(staged: string, place: number, page: ImportPage, now: Date): Promise<void> {
    const Item = {
      ...pageKey(staged, place),
      entity: 'import-page',
      page: JSON.stringify(page),
      stagedAt: now.toISOString(),
      expiresAt: Math.floor(now.getTime() / 1_000) + keptSeconds,
    };
    await client.send(new PutCommand({ TableName, Item }));
  }

  /** The pages still to be written, in the order of the file. */
  async function* pages(staged: string): AsyncGenerator<StagedPage[]> {
    const all = queryPages(table, {
      KeyConditionExpression: 'pk = :import AND begins_with(sk, :page)',
      ExpressionAttributeValues: { ':import': partition(staged), ':page': 'PAGE#' },
    });
    for await (const items of all)
      yield items.map(({ sk, page }) => ({
        place: Number(String(sk).slice('PAGE#'.length)),
        page: ImportPage.parse(JSON.parse(String(page))),
      }));
  }

  /** Takes a page away that cannot be written any more. */
  async function drop(staged: string, place: number): Promise<void> {
    await client.send(new DeleteCommand({ TableName, Key: pageKey(staged, place) }));
  }

  /** Leaves the rest of an import to the relay; were it finished meanwhile, the relay finds nothing to do. */
  async function handOver(digest: string, message: OutboxMessage, now: Instant): Promise<void> {
    const Item = queued(importMessageKey(digest), [{ message }], now);
    await client.send(new PutCommand({ TableName, Item }));
  }

  return { stage, pages, drop, handOver };
}
export type ImportStore = ReturnType<typeof importStore>;

/**
 * Accepts an import: from now on it is finished, come what may. Its outbox message waits for the reconciler, since whoever
 * accepts it goes on to finish it, and takes the outbox message away; refused while the same file is under way.
 */
export function importAccepted(table: Table, digest: string, staged: string, now: Instant): TransactItem {
  const message: OutboxMessage = { kind: 'import', staged };
  return put(table, { ...queued(importMessageKey(digest), [{ message }], now), state: 'waiting' });
}

/** Takes a page away with the transaction that writes it: it is written once, however often and by whomever it is tried. */
export function pageWritten({ name }: Table, staged: string, place: number): TransactItem {
  return {
    Delete: {
      TableName: name,
      Key: pageKey(staged, place),
      ConditionExpression: 'attribute_exists(pk)',
    },
  };
}
