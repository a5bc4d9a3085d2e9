import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { asksSectors } from '../domain/derived-tasks.ts';
import { countsOf } from '../domain/listing.ts';
import { type Locality, partOf } from '../domain/locality.ts';
import { countMatrix } from '../domain/matrix-counts.ts';
import type { Programme } from '../domain/programme.ts';
import { sumsOf } from '../domain/roll-up.ts';
import { sumOf } from '../domain/tally.ts';
import type { Task } from '../domain/task.ts';
import { registered, registerItems } from './address-register.ts';
import { commitmentStore } from './commitments.ts';
import { countItems, sumsItem } from './counters.ts';
import { listedLocalityItem } from './localities.ts';
import { markItems, marksOfContact, marksOfLocality, marksOfStakeholder } from './marks.ts';
import { completedStakeholderItem, type KnownStakeholder, listedStakeholderItem } from './stakeholders.ts';
import { onAgendaOf, taskKey } from './tasks.ts';
import { type Table, writeAll } from './transaction.ts';

const doneKeys = {
  lists: { pk: 'LISTS', sk: 'LISTED' },
  addresses: { pk: 'LISTS', sk: 'ADDRESSES' },
};
type Part = keyof typeof doneKeys;

/** Lists and counts what an older table holds: each thing once, whoever tries it and however often. */
export function bringUp(table: Table) {
  const { client, name: TableName } = table;

  /**
   * A locality that no list knows of, with its matrix. Its revision guards both, since every change of either raises it.
   * @throws Conflict when it has changed since it was read, or somebody else has listed it
   */
  async function locality(before: Locality, programme: Programme): Promise<void> {
    const { id, position } = before;
    const matrix = await commitmentStore(table).ofLocality(id);
    const gates = position?.gates.map((gate) => {
      const asks = asksSectors(partOf(programme, position.stage, gate.track));
      return asks ? { ...gate, sectors: true as const } : gate;
    });
    const now: Locality = {
      ...before,
      matrixCounts: countMatrix(matrix),
      position: position && { ...position, gates: gates ?? [] },
    };
    const sums = sumOf(matrix.map(sumsOf));
    const items = [
      listedLocalityItem(table, now),
      ...markItems(table, marksOfLocality(now)),
      ...(sums.size > 0 ? [sumsItem(table, id, sums)] : []),
    ];
    await writeAll(table, () => [...items, ...countItems(table, sumOf([countsOf(now), sums]))]);
  }

  /**
   * Somebody whom no list knows of.
   * @throws Conflict when they have changed since they were read, or somebody else has listed them
   */
  async function person({ stakeholder, contact }: KnownStakeholder): Promise<void> {
    const marks = [...marksOfStakeholder(stakeholder), ...marksOfContact(stakeholder.id, contact)];
    await writeAll(table, [listedStakeholderItem(table, stakeholder), ...markItems(table, marks)]);
  }

  /**
   * The address of somebody whom the register does not know.
   * @throws Conflict when they have changed since they were read
   */
  async function address({ stakeholder, contact }: KnownStakeholder): Promise<void> {
    const known = await registered(table, { stakeholder, was: stakeholder, formerly: contact, contact });
    const { asRead } = stakeholder;
    const now = known.change.stakeholder;
    await writeAll(table, [
      completedStakeholderItem(table, now),
      ...(asRead ? markItems(table, marksOfStakeholder(now), marksOfStakeholder(asRead)) : []),
      ...registerItems(table, [known]),
    ]);
  }

  /** A task that stands in no order of days; one that is done meanwhile stays so. */
  async function task(one: Task): Promise<void> {
    const on = Object.entries(onAgendaOf(one));
    try {
      await client.send(
        new UpdateCommand({
          TableName,
          Key: taskKey(one),
          UpdateExpression: `SET ${on.map((_, at) => `#n${at} = :v${at}`).join(', ')}`,
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeNames: Object.fromEntries(on.map(([name], at) => [`#n${at}`, name])),
          ExpressionAttributeValues: Object.fromEntries(on.map(([, value], at) => [`:v${at}`, value])),
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }

  /** Whether a part of an older table is all brought up: its people and tasks are listed, its addresses entered. */
  async function isDone(part: Part): Promise<boolean> {
    const { Item } = await client.send(
      new GetCommand({ TableName, Key: doneKeys[part], ConsistentRead: true }),
    );
    return Item !== undefined;
  }

  const done = async (part: Part): Promise<void> =>
    void (await client.send(new PutCommand({ TableName, Item: { ...doneKeys[part], entity: 'lists' } })));

  return { locality, person, address, task, isDone, done };
}
