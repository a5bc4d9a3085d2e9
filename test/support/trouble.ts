import type { Table } from '../../store/transaction.ts';

export interface Trouble {
  /** Which requests meet it: by operation, as `TransactWriteItems`, and by what their input holds. */
  operation: string;
  holding?: string;
  /** How many of them do; all, when left out. */
  times?: number;
  /** Whether the client's own repetitions have been used up. */
  forGood?: boolean;
  /** Whether the server carries the request out before the answer is lost. */
  lost?: boolean;
}

/** Makes requests of the table's real client fail on their way. Answers how many have, and a way to end it. */
export function trouble({ client }: Table, error: () => Error, what: Trouble) {
  const { operation, holding = '', times = Number.POSITIVE_INFINITY, forGood, lost } = what;
  const name = `trouble ${Math.random()}`;
  let met = 0;
  async function pass<T>(command: string | undefined, input: unknown, next: () => Promise<T>): Promise<T> {
    const meant = command === `${operation}Command` && JSON.stringify(input).includes(holding);
    if (!meant || met >= times) return next();
    met += 1;
    if (lost) await next();
    throw error();
  }
  const { middlewareStack: stack } = client;
  // The client's own repetitions lie between these two steps.
  if (forGood)
    stack.add(
      (next, { commandName }) =>
        (args) =>
          pass(commandName, args.input, () => next(args)),
      { step: 'initialize', name },
    );
  else
    stack.add(
      (next, { commandName }) =>
        (args) =>
          pass(commandName, args.input, () => next(args)),
      { step: 'finalizeRequest', priority: 'low', name },
    );
  return { met: () => met, end: () => stack.remove(name) };
}

/** An error as DynamoDB answers it, by its name. */
export const named = (name: string) => () => Object.assign(new Error(name), { name });
