import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { agendaPlace } from '../domain/listing.ts';
import { Task, type TaskKey, taskId } from '../domain/task.ts';
import { batchRead, type Item, queryItems } from './read.ts';
import { table as schema } from './table.ts';
import type { Table, TransactItem } from './transaction.ts';

const partition = 'TASKS';
const { dueIndex } = schema;

/** Where a task stands in the order of days: by the day it is due, or since which it is there. */
export const taskPlace = (task: Task): string =>
  agendaPlace(task.dueOn ?? task.since.slice(0, 10), taskId(task));

export const taskKey = (task: TaskKey) => ({ pk: partition, sk: taskId(task) });

/** What puts a task into the order of days. */
export const onAgendaOf = (task: Task): Item => ({
  [dueIndex.partitionKey]: 'task',
  [dueIndex.sortKey]: taskPlace(task),
});

/** What people have to do, of all localities. */
export function taskStore(table: Table) {
  const { client, name: TableName } = table;

  /** Every task, or those of one locality. */
  async function* all(locality?: string): AsyncGenerator<Task> {
    const query = locality
      ? {
          KeyConditionExpression: 'pk = :tasks AND begins_with(sk, :locality)',
          ExpressionAttributeValues: { ':tasks': partition, ':locality': `${locality}_` },
        }
      : { KeyConditionExpression: 'pk = :tasks', ExpressionAttributeValues: { ':tasks': partition } };
    for await (const item of queryItems(table, query)) yield Task.parse(item);
  }

  /** Every task, with whether it stands in the order of days: those of an older table do not. */
  async function* every(): AsyncGenerator<{ task: Task; isOnAgenda: boolean }> {
    const query = {
      KeyConditionExpression: 'pk = :tasks',
      ExpressionAttributeValues: { ':tasks': partition },
    };
    for await (const item of queryItems(table, query))
      yield { task: Task.parse(item), isOnAgenda: item[dueIndex.partitionKey] !== undefined };
  }

  async function find(task: TaskKey): Promise<Task | undefined> {
    const Key = taskKey(task);
    const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return Item && Task.parse(Item);
  }

  /** The tasks with these ids, those that are there. */
  const many = async (ids: readonly string[]): Promise<Task[]> =>
    (
      await batchRead(
        table,
        ids.map((sk) => ({ pk: partition, sk })),
      )
    ).map((item) => Task.parse(item));

  return { all, every, find, many };
}
export type TaskStore = ReturnType<typeof taskStore>;

/** Writes a task; a newer one of the same kind and subject takes the place of an older one. */
export function taskItem({ name }: Table, task: Task): TransactItem {
  const Item = {
    ...taskKey(task),
    entity: 'task',
    ...task,
    ...onAgendaOf(task),
  };
  return { Put: { TableName: name, Item } };
}

/** Takes a task away, if it is there. */
export function taskGone({ name }: Table, task: TaskKey): TransactItem {
  return { Delete: { TableName: name, Key: taskKey(task) } };
}
