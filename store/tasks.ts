import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { Task, type TaskKey, taskId } from '../domain/task.ts';
import type { Table, TransactItem } from './transaction.ts';

const partition = 'TASKS';
const taskKey = (task: TaskKey) => ({ pk: partition, sk: taskId(task) });

/** What people have to do, of all localities. */
export function taskStore({ client, name: TableName }: Table) {
  /** Every task, or those of one locality. */
  async function* all(locality?: string): AsyncGenerator<Task> {
    const values = locality ? { ':tasks': partition, ':locality': `${locality}_` } : { ':tasks': partition };
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const page = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: locality ? 'pk = :tasks AND begins_with(sk, :locality)' : 'pk = :tasks',
          ExpressionAttributeValues: values,
          ExclusiveStartKey,
          ConsistentRead: true,
        }),
      );
      for (const item of page.Items ?? []) yield Task.parse(item);
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey);
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
