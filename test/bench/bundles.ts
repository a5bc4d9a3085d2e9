import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import * as z from 'zod';
import { bundling } from '../../infra/constructs/bundling.ts';

const root = join(import.meta.dirname, '..', '..');
const table = [
  "export * as dynamodb from '@aws-sdk/client-dynamodb';",
  "export * as document from '@aws-sdk/lib-dynamodb';",
];
const out = ["export * as sfn from '@aws-sdk/client-sfn';", "export * as ses from '@aws-sdk/client-ses';"];

/** Each function, and the clients it cannot do without. */
const functions: Record<string, string[]> = {
  api: table,
  'open-stage': table,
  'arm-gate': table,
  'hand-over': table,
  relay: [...table, ...out],
  reconcile: [...table, ...out],
  sweep: table,
  'mail-events': table,
};

const runs = 9;
const median = (values: number[]) =>
  values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Milliseconds from a fresh process to the module's end, as the process itself measures them. */
function coldImport(file: string): number {
  const script = `const t = performance.now(); await import(${JSON.stringify(pathToFileURL(file).href)}); console.log(performance.now() - t);`;
  const environment = { ...process.env, ...deployed, LAMBDA_TASK_ROOT: join(file, '..') };
  return Number(
    execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      env: environment,
      encoding: 'utf8',
    }),
  );
}

const deployed = {
  AWS_REGION: 'us-east-1',
  TABLE_NAME: 'etapas',
  STATE_MACHINE_PREFIX: 'arn:aws:states:us-east-1:000000000000:stateMachine:etapas-',
  PROGRAMMES_FILE: 'programmes.json',
  QUESTIONNAIRES_FILE: 'questionnaires.json',
  FILES_BUCKET: 'etapas-files',
  FONTS_FOLDER: 'fonts',
  CONFIGURATION_SET: 'etapas',
  PUBLIC_URL: 'https://etapas.example',
};

/** As the CDK command line asks: where each function's code lies is written into the template. */
const told = { 'aws:cdk:enable-asset-metadata': true };

const Template = z.object({
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Metadata: z.object({ 'aws:asset:path': z.string().optional() }).optional(),
      Properties: z
        .object({
          FunctionName: z.unknown().optional(),
          Environment: z.object({ Variables: z.object({ MUNICIPALITY: z.string() }) }).optional(),
        })
        .optional(),
    }),
  ),
});

/** Size at the start and cold import of every function as it is deployed, beside a bare bundle of its clients, in turn. */
export async function measureBundles() {
  const folder = mkdtempSync(join(tmpdir(), 'etapas-bench-'));
  try {
    const { context } = z
      .object({ context: z.record(z.string(), z.unknown()) })
      .parse(JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8')));
    execFileSync(process.execPath, [join(root, 'infra', 'app.ts')], {
      cwd: root,
      stdio: 'pipe',
      env: {
        ...process.env,
        CDK_OUTDIR: folder,
        CDK_CONTEXT_JSON: JSON.stringify({ ...context, ...told, municipality: 'juarez' }),
      },
    });
    const { Resources } = Template.parse(
      JSON.parse(readFileSync(join(folder, 'etapas-juarez-service.template.json'), 'utf8')),
    );
    return Object.values(Resources).flatMap(({ Type, Metadata, Properties }) => {
      const name = String(Properties?.FunctionName).replace('etapas-juarez-', '');
      const clients = functions[name];
      if (Type !== 'AWS::Lambda::Function' || !clients || !Metadata?.['aws:asset:path']) return [];
      Object.assign(deployed, Properties?.Environment?.Variables);
      const file = join(folder, Metadata['aws:asset:path'], 'index.mjs');
      const bare = bareBundle(folder, clients);
      const [cold, bareCold]: [number[], number[]] = [[], []];
      for (let run = 0; run < runs; run += 1) {
        cold.push(coldImport(file));
        bareCold.push(coldImport(bare));
      }
      return [
        {
          name,
          size: sizeAtStart(file),
          bareSize: sizeAtStart(bare),
          cold: median(cold),
          bareCold: median(bareCold),
        },
      ];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Bytes of a module and of what it imports at once; what it imports when it is needed does not count. */
function sizeAtStart(file: string, counted = new Set<string>()): number {
  if (counted.has(file)) return 0;
  counted.add(file);
  const code = readFileSync(file, 'utf8');
  const imported = [...code.matchAll(/(?:from|import)"(\.\/[^"]+)"/g)].map(([, path = '']) => path);
  return imported.reduce(
    (sum, path) => sum + sizeAtStart(join(file, '..', path), counted),
    Buffer.byteLength(code),
  );
}

function bareBundle(folder: string, clients: string[]): string {
  const [entry, outdir] = [join(folder, 'bare.ts'), join(folder, `bare-${clients.length}`)];
  writeFileSync(entry, clients.join('\n'));
  buildSync({
    ...bundling,
    entryPoints: { index: entry },
    outdir,
    nodePaths: [join(root, 'node_modules')],
  });
  return join(outdir, 'index.mjs');
}
