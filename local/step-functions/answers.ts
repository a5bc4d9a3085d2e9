import type { EventRow, ExecutionRow } from './store.ts';

/** Instants are seconds in this protocol. */
const seconds = (milliseconds: number) => milliseconds / 1000;

export const summaryOf = ({ arn, machine, name, status, started, stopped }: ExecutionRow) => ({
  executionArn: arn,
  stateMachineArn: machine,
  name,
  status,
  startDate: seconds(started),
  ...(stopped !== undefined && { stopDate: seconds(stopped) }),
});

export const descriptionOf = (row: ExecutionRow) => ({
  ...summaryOf(row),
  input: row.input,
  inputDetails: { included: true },
  ...(row.output !== undefined && { output: row.output, outputDetails: { included: true } }),
  ...(row.error !== undefined && { error: row.error }),
  ...(row.cause !== undefined && { cause: row.cause }),
  redriveCount: 0,
  redriveStatus: 'NOT_REDRIVABLE',
});

/** An event without the data that passed through it. */
const withoutData = (details: object): object =>
  Object.fromEntries(
    Object.entries(details).map(([name, value]: [string, object]) => {
      const entries = Object.entries(value).filter(([key]) => !/^(input|output|parameters)/.test(key));
      return [name, Object.fromEntries(entries)];
    }),
  );

export function eventOf({ id, at, type, details }: EventRow, includeData: boolean) {
  const parsed: object = JSON.parse(details);
  return {
    id,
    previousEventId: id - 1,
    timestamp: seconds(at),
    type,
    ...(includeData ? parsed : withoutData(parsed)),
  };
}
