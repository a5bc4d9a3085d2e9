import * as z from 'zod';
import type { StreamSpec } from '../assembly/specs.ts';
import type { Settings } from '../journal.ts';

type Reader = Pick<StreamSpec, 'functionArn'>;

const nameOf = ({ functionArn }: Reader, shard: string) => `stream.${functionArn}.${shard}`;

/** The sequence number up to which a function has dealt with a shard's records; `undefined` before the first. */
export const positionOf = (settings: Settings, reader: Reader, shard: string): string | undefined =>
  settings.get(nameOf(reader, shard), z.string());

/** Outlives the process: after a kill the function is told of what follows. */
export const keepPosition = (settings: Settings, reader: Reader, shard: string, sequenceNumber: string) =>
  settings.set(nameOf(reader, shard), sequenceNumber);

/** The number that every reader of a shard has passed; `undefined` where one has not begun, or there is none. */
export function passedByAll(settings: Settings, readers: Reader[], shard: string): number | undefined {
  const positions = readers.map((reader) => positionOf(settings, reader, shard));
  const known = positions.flatMap((position) => (position === undefined ? [] : Number(position)));
  return known.length === 0 || known.length < readers.length ? undefined : Math.min(...known);
}
