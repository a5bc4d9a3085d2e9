import { defineConfig } from 'vitest/config';

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
];

// A run in CI also leaves its figures in a file.
const report = process.env.VITEST_JSON_REPORT;

export default defineConfig({
  test: {
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    globalSetup: ['test/support/dynamodb.ts', 'test/support/chromium.ts'],
    // Two cores are enough for two: much of the time is spent waiting for servers that the tests start.
    maxWorkers: 2,
    projects: folders.map((name) => ({
      test: {
        name,
        include: [`test/${name}/**/*.test.ts`],
        env: { POWERTOOLS_LOG_LEVEL: 'SILENT' },
        testTimeout: 30_000,
        hookTimeout: 60_000,
      },
    })),
  },
});
