import { startDynamoDb } from '../support/dynamodb-server.ts';
import { measureBundles } from './bundles.ts';
import { measureLifecycle } from './lifecycle.ts';

const figure = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 1 });
const ratio = (value: number, base: number) => `${(value / base).toFixed(2)}×`;

const server = await startDynamoDb();
try {
  process.env.DYNAMODB_ENDPOINT = server.endpoint;
  const work = await measureLifecycle();
  console.log(
    'One locality through six stages: 16 activities, 6 reviews, 6 decisions, 2 people told of each',
  );
  console.table({
    'state transitions': {
      counted: figure(work.transitions),
      baseline: '20 (start, 3 a stage, end)',
      ratio: ratio(work.transitions, 20),
    },
    'function invocations': {
      counted: figure(work.invocations),
      baseline: `${figure(work.requests)} requests`,
      ratio: ratio(work.invocations, work.requests),
    },
    'read units': {
      counted: figure(work.readUnits),
      baseline: `${figure(work.requests)} requests`,
      ratio: ratio(work.readUnits, work.requests),
    },
    'write units': {
      counted: figure(work.writeUnits),
      baseline: `${figure(work.bareWriteUnits)} (state alone)`,
      ratio: ratio(work.writeUnits, work.bareWriteUnits),
    },
    mails: {
      counted: figure(work.mails),
      baseline: `${figure(work.told)} (messages × people)`,
      ratio: ratio(work.mails, work.told),
    },
  });
  console.log(
    'Bundles against a bare bundle of the same AWS clients: size, and median time of a cold import',
  );
  console.table(
    Object.fromEntries(
      (await measureBundles()).map(({ name, size, bareSize, cold, bareCold }) => [
        name,
        {
          kB: figure(size / 1_000),
          'bare kB': figure(bareSize / 1_000),
          'size ratio': ratio(size, bareSize),
          'import ms': figure(cold),
          'bare ms': figure(bareCold),
          'time ratio': ratio(cold, bareCold),
        },
      ]),
    ),
  );
} finally {
  server.stop();
}
