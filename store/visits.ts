import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { Conflict } from '../domain/errors.ts';
import type { Locality } from '../domain/locality.ts';
import { Visit } from '../domain/visit.ts';
import { batchRead, queryItems } from './read.ts';
import type { Table } from './transaction.ts';
import { visitKey, visitPrefix } from './visit-item.ts';

/** Visits of localities. Every read is consistent; read the locality first: its revision then guards what is read. */
export function visitStore(table: Table) {
  const { client, name: TableName } = table;

  async function find(
    which: Pick<Visit, 'locality' | 'stage' | 'track' | 'number'>,
  ): Promise<Visit | undefined> {
    const { Item } = await client.send(
      new GetCommand({ TableName, Key: visitKey(which), ConsistentRead: true }),
    );
    return Item && Visit.parse(Item);
  }

  /** The visits of the locality's current stage that have been opened, in the order of its tracks. */
  async function current({ id, position }: Locality): Promise<Visit[]> {
    const opened = (position?.gates ?? []).filter(({ state }) => state !== 'opening');
    if (!position || opened.length === 0) return [];
    const wanted = opened.map(({ track, visit }) => ({
      locality: id,
      stage: position.stage,
      track,
      number: visit,
    }));
    if (wanted[0] && wanted.length === 1) {
      const visit = await find(wanted[0]);
      return visit ? [visit] : [];
    }
    const found = (await batchRead(table, wanted.map(visitKey))).map((item) => Visit.parse(item));
    return wanted.flatMap(({ track }) => found.find((visit) => visit.track === track) ?? []);
  }

  /** The visits of which a review is asked for, of several localities. */
  async function inReview(localities: readonly Locality[]): Promise<Visit[]> {
    const keys = localities.flatMap(({ id, position }) =>
      (position?.gates ?? []).flatMap(({ state, track, visit }) =>
        position && state === 'in-review'
          ? visitKey({ locality: id, stage: position.stage, track, number: visit })
          : [],
      ),
    );
    return (await batchRead(table, keys)).map((item) => Visit.parse(item));
  }

  /** Every visit the locality ever had, by stage, track and number. */
  async function ofLocality(id: string): Promise<Visit[]> {
    const visits: Visit[] = [];
    const items = queryItems(table, {
      KeyConditionExpression: 'pk = :locality AND begins_with(sk, :visit)',
      ExpressionAttributeValues: { ':locality': `LOCALITY#${id}`, ':visit': visitPrefix },
    });
    for await (const item of items) visits.push(Visit.parse(item));
    return visits;
  }

  /**
   * Keeps the token of the workflow that waits at the visit's gate.
   * @throws Conflict when the visit has changed since it was read
   */
  async function keepToken(visit: Visit, token: string): Promise<void> {
    try {
      await client.send(
        new UpdateCommand({
          TableName,
          Key: visitKey(visit),
          UpdateExpression: 'SET #token = :token, revision = :next',
          ConditionExpression: 'revision = :read',
          ExpressionAttributeNames: { '#token': 'token' },
          ExpressionAttributeValues: {
            ':token': token,
            ':read': visit.revision,
            ':next': visit.revision + 1,
          },
        }),
      );
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException)
        throw new Conflict('the visit changed', { cause: error });
      throw error;
    }
  }

  return { find, current, inReview, ofLocality, keepToken };
}
export type VisitStore = ReturnType<typeof visitStore>;
