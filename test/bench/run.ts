import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startDynamoDb } from '../support/dynamodb-server.ts';
import { measureAge } from './age.ts';
import { measureLighthouse, measureScreens } from './app.ts';
import { measureBundles } from './bundles.ts';
import { costOf } from './cost.ts';
import { gates } from './gates.ts';
import { measureLifecycle } from './lifecycle.ts';
import { measurePortfolio } from './portfolio.ts';
import { lineOf } from './present.ts';
import { floor, type MailPlan } from './prices.ts';
import { measureSurveys } from './surveys.ts';
import { measureSweep, type SweepWork } from './sweep.ts';
import { measureYears } from './years.ts';

const figure = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 1 });
const ratio = (value: number, base: number) => `${(value / base).toFixed(2)}×`;

const { positionals: asked, values } = parseArgs({
  allowPositionals: true,
  options: { sizes: { type: 'string' }, profile: { type: 'boolean', default: false } },
});
const options = {
  sizes: values.sizes?.split(',').map(Number),
  profile: values.profile,
  folder: join(import.meta.dirname, '..', '..', 'build', 'bench'),
};

/** What can be measured, each by itself; `npm run bench -- age sweep` does these two. */
const groups: Record<string, () => Promise<void>> = {
  async gates() {
    console.log(gates.what);
    const rows = await gates.measure(options);
    console.table(Object.fromEntries(rows.map((row) => [row.name, lineOf(row)])));
  },
  async lifecycle() {
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
  },
  async sweep() {
    console.log(
      'A sweep, one in a hundred open commitments due; growth against the row before, where ten is in proportion',
    );
    const sweeps: SweepWork[] = [];
    for (const open of [1_000, 10_000, 100_000]) sweeps.push(await measureSweep(open));
    console.table(
      Object.fromEntries(
        sweeps.map((one, at) => {
          const before = sweeps[at - 1];
          const growth = (value: number, base?: number) => (base ? ` (${ratio(value, base)})` : '');
          return [
            figure(one.open),
            {
              due: figure(one.due),
              digests: figure(one.digests),
              ms: `${figure(one.milliseconds)}${growth(one.milliseconds, before?.milliseconds)}`,
              'read units': `${figure(one.readUnits)}${growth(one.readUnits, before?.readUnits)}`,
              'write units': `${figure(one.writeUnits)}${growth(one.writeUnits, before?.writeUnits)}`,
              'reads per due': figure(one.readUnits / one.due),
              'writes per due': figure(one.writeUnits / one.due),
              'peak heap MB': figure(one.memory),
            },
          ];
        }),
      ),
    );
  },
  async years() {
    console.log(
      `Three years of a locality: six stages, 16 activities, 40 commitments of 10 people. Left out: logs, sweeps that find
  nothing and the hourly reconciler, which serve all localities, and reading pages. The design's floor is $${floor}`,
    );
    for (const spread of ['together', 'apart'] as const) {
      const work = await measureYears(spread);
      const together = (plan: MailPlan) =>
        Object.values(costOf(work, plan)).reduce((sum, { dollars }) => sum + dollars, 0);
      const total = (plan: MailPlan) => ({
        counted: `${ratio(together(plan), floor)} of $${floor}`,
        dollars: together(plan).toFixed(5),
      });
      console.log(
        `Each person's four promises fall due ${spread === 'together' ? 'on one day' : 'a month apart'}`,
      );
      console.table({
        ...Object.fromEntries(
          Object.entries(costOf(work, 'featureByFeature')).map(([name, one]) => [
            name,
            { counted: figure(one.count), dollars: one.dollars.toFixed(5) },
          ]),
        ),
        together: total('featureByFeature'),
        'together, by the plan of new mail accounts': total('essentials'),
      });
    }
  },
  async surveys() {
    console.log(
      'A survey of a million rows, 20 columns, streamed from a file, against a bare pass of the CSV parser',
    );
    const { bare, simple, designed } = await measureSurveys(1_000_000);
    console.table(
      Object.fromEntries(
        [
          { what: 'bare pass of csv-parse', rows: bare },
          { what: 'import and estimates of a simple sample', rows: simple },
          { what: 'the same with weights, strata and clusters', rows: designed },
        ].map(({ what, rows }) => [what, { 'rows a second': figure(rows), ratio: ratio(rows, bare) }]),
      ),
    );
  },
  async bundles() {
    console.log(
      'Bundles against a bare bundle of the same AWS clients: size of what is read at the start, and median time of a cold import',
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
  },
  async screens() {
    console.log(
      'The app, gzipped: what is loaded until a screen is there, against the 200 kB of script that it may be',
    );
    console.table(
      Object.fromEntries(
        (await measureScreens()).map(({ screen, script, style, later }) => [
          screen,
          {
            'script kB': figure(script / 1_000),
            ratio: ratio(script, 200_000),
            'styles kB': figure(style / 1_000),
            'script kB, when asked for': figure(later / 1_000),
          },
        ]),
      ),
    );
  },
  async portfolio() {
    console.log(
      'The table of localities: frames at 60 a second while it is scrolled, a key in its search within 100 ms',
    );
    const table = await measurePortfolio(10_000);
    console.table({
      'pages asked, one by one': { counted: figure(table.pages), baseline: figure(table.localities / 200) },
      'ms until all are there': { counted: figure(table.loading) },
      'ms between frames': {
        counted: figure(table.median),
        baseline: '16.7',
        ratio: ratio(table.median, 1_000 / 60),
      },
      '% of frames late': {
        counted: figure(100 * table.late),
        baseline: `${figure(100 * table.bareLate)} (bare page)`,
      },
      'ms for a key': { counted: figure(table.filter), baseline: '100', ratio: ratio(table.filter, 100) },
      'ms for the slowest key': {
        counted: figure(table.longestFilter),
        baseline: '100',
        ratio: ratio(table.longestFilter, 100),
      },
    });
  },
  async lighthouse() {
    console.log('Lighthouse, 0 to 100, as a phone on a slow network');
    console.table(await measureLighthouse());
  },
  async age() {
    const { records, young, aged } = await measureAge(100_000);
    console.log(
      `The table of one machine, new and after ${figure(records)} stream records; it may slow down to 1.20×`,
    );
    console.table({
      'transactions of six items a second': {
        counted: figure(aged),
        baseline: `${figure(young)} (new table)`,
        ratio: ratio(young, aged),
      },
    });
  },
};

const unknown = asked.filter((name) => !(name in groups));
if (unknown.length > 0) {
  console.error(`no benchmark ${unknown.join(', ')}; there are ${Object.keys(groups).join(', ')}`);
  process.exit(1);
}
const server = await startDynamoDb();
try {
  process.env.DYNAMODB_ENDPOINT = server.endpoint;
  for (const [name, measure] of Object.entries(groups))
    if (asked.length === 0 || asked.includes(name)) await measure();
} finally {
  server.stop();
}
