import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

const folders = [
  'domain',
  'surveys',
  'store',
  'emails',
  'api',
  'imports',
  'workflows',
  'faults',
  'infra',
  'local',
  'journeys',
  'links',
  'web',
  'browser',
  // What benchmarks compute; what they measure is measured by `npm run bench` alone.
  'bench',
];

// A run in CI also leaves its figures in a file.
const report = process.env.VITEST_JSON_REPORT;

/** Suites that put something else in the place of a module, which those beside them must not be given. */
const alone = 'test/**/*.alone.test.ts';

const common = {
  env: { POWERTOOLS_LOG_LEVEL: 'SILENT' },
  // For a machine whose cores are busy with something else: what is waited for is there much sooner.
  testTimeout: 300_000,
  hookTimeout: 300_000,
  // Limits, not expectations: a machine that is busy beside the tests takes its time.
  expect: { poll: { timeout: 90_000 } },
};

export default defineConfig({
  test: {
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    globalSetup: ['test/support/dynamodb.ts', 'test/support/chromium.ts'],
    // More than the two cores they are made for: much of the time is spent waiting for servers that the tests start.
    maxWorkers: 4,
    sequence: { sequencer: LongestFirst },
    projects: [
      ...folders.map((name) => ({
        test: {
          ...common,
          name,
          include: [`test/${name}/**/*.test.ts`],
          exclude: [alone],
          globalSetup: name === 'browser' ? ['test/browser/machines.ts'] : [],
          // Suites of a folder share what they import: reading it anew for each took longer than most of them.
          isolate: false,
        },
      })),
      { test: { ...common, name: 'alone', include: [alone] } },
    ],
  },
});
