import { operations } from './operations.ts';

/** Every signed-in route, all of them read, in the order of the description: for what speaks of the whole interface. */
export const routes = await Promise.all(
  Object.entries(operations).map(async ([operationId, { load }]) => ({ operationId, ...(await load()) })),
);
