import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { Problem } from '../domain/errors.ts';
import { partsOf } from '../domain/work/board.ts';
import { Group, groupId, trainerGroup } from '../domain/work/group.ts';
import type { GroupWrite } from '../domain/work/work.ts';
import { ownerOf } from './board-owner.ts';
import { type Mark, markItems } from './marks.ts';
import { batchRead, queryItems } from './read.ts';
import { asWritten, put, type Table, type TransactItem } from './transaction.ts';

type GroupPlace = Pick<Group, 'board' | 'key'>;
const prefix = 'GROUP#';
const groupKey = ({ board, key }: GroupPlace) => ({ pk: ownerOf(board), sk: `${prefix}${key}` });

/** Where it stands which groups somebody is a member of, and which ones a group has trained. */
const memberPartition = (stakeholder: string) => `MEMBER#${stakeholder}`;
const trainerPartition = (group: string) => `TRAINED-BY#${group}`;

/** Where a group is found: by its members, and by who trained it. */
const marksOf = (group: Group): Mark[] => {
  const trainer = trainerGroup(group);
  const members = new Set(group.members.map(({ stakeholder }) => memberPartition(stakeholder)));
  const partitions = [...members, ...(trainer === undefined ? [] : [trainerPartition(trainer)])];
  return partitions.map((pk) => ({ pk, sk: groupId(group) }));
};

/** Councils, committees, working groups, teams and replicators. Every read is consistent. */
export function groupStore(table: Table) {
  const { client, name: TableName } = table;

  /** @throws Problem `not-found` */
  async function get(at: GroupPlace): Promise<Group> {
    const { Item: item } = await client.send(
      new GetCommand({ TableName, Key: groupKey(at), ConsistentRead: true }),
    );
    if (!item) throw new Problem('not-found');
    return Group.parse(item);
  }

  /** Those with these ids that are there, by id. */
  async function many(ids: readonly string[]): Promise<Map<string, Group>> {
    const keys = [...new Set(ids)].map((id) => groupKey(partsOf(id)));
    const found = (await batchRead(table, keys)).map((item) => Group.parse(item));
    return new Map(found.map((group) => [groupId(group), group]));
  }

  /** All groups of a board, by key. */
  async function ofBoard(board: string): Promise<Group[]> {
    const groups: Group[] = [];
    const items = queryItems(table, {
      KeyConditionExpression: 'pk = :owner AND begins_with(sk, :group)',
      ExpressionAttributeValues: { ':owner': ownerOf(board), ':group': prefix },
    });
    for await (const item of items) groups.push(Group.parse(item));
    return groups;
  }

  async function idsIn(partition: string): Promise<string[]> {
    const ids: string[] = [];
    const items = queryItems(table, {
      KeyConditionExpression: 'pk = :partition',
      ExpressionAttributeValues: { ':partition': partition },
    });
    for await (const { sk } of items) ids.push(String(sk));
    return ids;
  }

  /** The groups that somebody is or was a member of. */
  const ofMember = async (stakeholder: string): Promise<Group[]> =>
    [...(await many(await idsIn(memberPartition(stakeholder)))).values()].filter(({ members }) =>
      members.some((member) => member.stakeholder === stakeholder),
    );

  /** The groups that these have trained, by id. */
  async function trainedBy(groups: readonly string[]): Promise<Group[]> {
    const ids = await Promise.all(groups.map((id) => idsIn(trainerPartition(id))));
    const trainers = new Set<string | undefined>(groups);
    return [...(await many(ids.flat())).values()].filter((group) => trainers.has(trainerGroup(group)));
  }

  return { get, many, ofBoard, ofMember, trainedBy };
}

/** Writes a group as it is to be, if it is still as it was read, or is new; and where it is found. */
export function groupItems(table: Table, { group, before }: GroupWrite): TransactItem[] {
  return [
    put(table, { ...groupKey(group), entity: 'group', ...group }, asWritten(group.writes)),
    ...markItems(table, marksOf(group), before && marksOf(before)),
  ];
}

/** A group is still as it was read: what was decided on it is written only then. */
export const groupUnchanged = ({ name: TableName }: Table, group: Group): TransactItem => ({
  ConditionCheck: {
    TableName,
    Key: groupKey(group),
    ConditionExpression: 'writes = :read',
    ExpressionAttributeValues: { ':read': group.writes },
  },
});
