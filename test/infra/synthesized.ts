import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod';
import { Municipality } from '../../domain/municipality.ts';
import { addStacks } from '../../infra/add-stacks.ts';
import { readMunicipalities } from '../../infra/municipalities.ts';
import { readProgrammes } from '../../workflows/programmes.ts';

const root = join(import.meta.dirname, '..', '..');
const readJson = (...path: string[]): unknown => JSON.parse(readFileSync(join(...path), 'utf8'));
const { context } = z
  .object({ context: z.record(z.string(), z.unknown()) })
  .parse(readJson(root, 'cdk.json'));

/** The example municipality, or one that differs from it. */
export function municipality(difference: Partial<Municipality> = {}): Municipality {
  const juarez = readMunicipalities(join(root, 'municipalities')).find(({ id }) => id === 'juarez');
  return Municipality.parse({ ...juarez, ...difference });
}

/** The app with its feature flags as `cdk synth` makes it, but for the bundling of the functions' code. */
export const synthesize = (...municipalities: Municipality[]) => synthesizeWith(undefined, ...municipalities);

/** The same, with the app in this folder. */
export function synthesizeWith(builtApp: string | undefined, ...municipalities: Municipality[]) {
  const app = new App({ context: { ...context, 'aws:cdk:bundling-stacks': [] }, analyticsReporting: false });
  const stacks = addStacks(app, municipalities, readProgrammes(), builtApp);
  const assembly = app.synth();
  const pairs = stacks.map(({ data, service }) => ({
    data: Template.fromStack(data),
    service: Template.fromStack(service),
    serviceStack: service,
  }));
  return { assembly, pairs };
}

/** A second municipality beside the first: in a region without SES, in an account of its own, hardened. */
export const leon = () =>
  municipality({
    id: 'leon',
    inegiCode: '11020',
    region: 'mx-central-1',
    account: '123456789012',
    profile: 'hardened',
  });

/** The stacks of the two municipalities of one synthesis. */
export function bothOf<Pair>([first, second]: Pair[]): [Pair, Pair] {
  if (!first || !second) throw new Error('two pairs of stacks are expected');
  return [first, second];
}

const Report = z.object({
  pluginReports: z.array(
    z.object({
      violations: z.array(
        z.object({
          ruleName: z.string(),
          violatingConstructs: z.array(z.object({ constructPath: z.string() })),
        }),
      ),
    }),
  ),
});

/** What the rules found in an assembly, as `rule: construct`. */
export const findings = (directory: string) =>
  Report.parse(readJson(directory, 'validation-report.json')).pluginReports.flatMap(({ violations }) =>
    violations.flatMap(({ ruleName, violatingConstructs }) =>
      violatingConstructs.map(({ constructPath }) => `${ruleName}: ${constructPath}`),
    ),
  );
