import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { Task, type TaskKey, taskId } from '../domain/task.ts';
import { queryItems } from './read.ts';
import type { Table, TransactItem } from './transaction.ts';

const partition = 'TASKS';
const taskKey = (task: TaskKey) => ({ pk: partition, sk: taskId(task) });

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

  async function find(task: TaskKey): Promise<Task | undefined> {
    const Key = taskKey(task);
    const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return Item && Task.parse(Item);
  }

  return { all, find };
}
export type TaskStore = ReturnType<typeof taskStore>;

/** Writes a task; a newer one of the same kind and subject takes the place of an older one. */
export function taskItem({ name }: Table, task: Task): TransactItem {
  return { Put: { TableName: name, Item: { ...taskKey(task), entity: 'task', ...task } } };
}

/** Takes a task away, if it is there. */
export function taskGone({ name }: Table, task: TaskKey): TransactItem {
  return { Delete: { TableName: name, Key: taskKey(task) } };
}
