import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import * as z from 'zod';
import { addStacks } from '../../../infra/add-stacks.ts';
import { bundling } from '../../../infra/constructs/bundling.ts';
import { readProgrammes } from '../../../workflows/programmes.ts';
import { juarez, root } from './juarez.ts';

/**
 * Makes the assembly of the municipality of the benchmarks in a folder; with `readable`, functions keep their names, so
 * that a profile can be read. A process of its own: what the CDK takes of memory is none of the runner's.
 */

const [, , outdir, readable] = process.argv;
if (readable) Object.assign(bundling, { minify: false });
const { context } = z
  .object({ context: z.record(z.string(), z.unknown()) })
  .parse(JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8')));
const app = new App({ outdir, context });
addStacks(app, [juarez], readProgrammes(), undefined);
app.synth();
