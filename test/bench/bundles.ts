import { execFile, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { buildSync } from 'esbuild';
import * as z from 'zod';
import { bundling } from '../../infra/constructs/bundling.ts';

const run = promisify(execFile);
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
  links: table,
};

/**
 * What a function is measured with: its import alone or, for `api`, its first request too, which loads the route. The
 * bare bundle beside a request that reads the table reads the same two items, so that the way to the table counts in both.
 */
const measurements: Record<string, { suffix: string; request?: string; reads?: number }[]> = {
  api: [
    { suffix: '' },
    { suffix: ', first route', request: '/api/programmes' },
    { suffix: ', first route and read', request: '/api/localities/{id}', reads: 2 },
  ],
};

const runs = 15;
const median = (values: number[]) =>
  values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** A request of an administrator, as API Gateway gives it to the function; one that names something names what is not there. */
const eventFor = (path: string) => ({
  version: '2.0',
  routeKey: `GET ${path}`,
  rawPath: path.replace('{id}', 'unknown'),
  rawQueryString: '',
  headers: {},
  pathParameters: { id: 'unknown' },
  requestContext: {
    requestId: 'bench',
    http: { method: 'GET', path: path.replace('{id}', 'unknown') },
    authorizer: { jwt: { claims: { username: 'ana', 'cognito:groups': '[administrator]' } } },
  },
  isBase64Encoded: false,
});

/** Milliseconds of a clock on the wall, and of the processor on all threads. */
interface Time {
  wall: number;
  processor: number;
}
const Time = z.object({ wall: z.number(), processor: z.number() });

/** From a fresh process to the end of the module and of its first call, where there is one, as the process measures them. */
async function coldStart(file: string, table: string, call = ''): Promise<Time> {
  const script = `const [wall, used] = [performance.now(), process.cpuUsage()];
const bundle = await import(${JSON.stringify(pathToFileURL(file).href)});
${call}
const { user, system } = process.cpuUsage(used);
console.error(JSON.stringify({ wall: performance.now() - wall, processor: (user + system) / 1_000 }));`;
  const environment = {
    ...process.env,
    ...deployed,
    AWS_ENDPOINT_URL_DYNAMODB: table,
    LAMBDA_TASK_ROOT: join(file, '..'),
  };
  const { stderr } = await run(process.execPath, ['--input-type=module', '-e', script], { env: environment });
  return Time.parse(JSON.parse(stderr.trim().split('\n').at(-1) ?? ''));
}

/** A table in which nothing is: what a first read costs, without what a database does. */
async function emptyTable(): Promise<{ url: string; stop(): void }> {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return { url: `http://127.0.0.1:${port}`, stop: () => void server.close() };
}

const asked = (path: string) =>
  `const { statusCode } = await bundle.handler(${JSON.stringify(eventFor(path))}, { awsRequestId: 'bench' });
if (statusCode !== ${path.includes('{') ? 404 : 200}) throw new Error('answered ' + statusCode);`;

const readBare = (reads: number) =>
  `const client = bundle.document.DynamoDBDocumentClient.from(new bundle.dynamodb.DynamoDBClient());
const Key = { pk: 'LOCALITIES', sk: 'unknown' };
const read = () => client.send(new bundle.document.GetCommand({ TableName: 'etapas', Key }));
await Promise.all(Array.from({ length: ${reads} }, read));`;

const deployed = {
  AWS_ACCESS_KEY_ID: 'bench',
  AWS_SECRET_ACCESS_KEY: 'bench',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '512',
  AWS_REGION: 'us-east-1',
  TABLE_NAME: 'etapas',
  STATE_MACHINE_PREFIX: 'arn:aws:states:us-east-1:000000000000:stateMachine:etapas-',
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
      Properties: z.object({ FunctionName: z.unknown().optional() }).optional(),
    }),
  ),
});

/** A function's bytes at its start and medians of its cold starts, in milliseconds, each beside those of its clients alone. */
interface Measured {
  name: string;
  size: number;
  bareSize: number;
  cold: number;
  bareCold: number;
  processor: number;
  bareProcessor: number;
}

/** Size at the start and cold start of every function as it is deployed, beside a bare bundle of its clients, in turn. */
export async function measureBundles(): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'etapas-bench-'));
  const table = await emptyTable();
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
    const rows: Measured[] = [];
    for (const { Type, Metadata, Properties } of Object.values(Resources)) {
      const name = String(Properties?.FunctionName).replace('etapas-juarez-', '');
      const clients = functions[name];
      if (Type !== 'AWS::Lambda::Function' || !clients || !Metadata?.['aws:asset:path']) continue;
      const file = join(folder, Metadata['aws:asset:path'], 'index.mjs');
      const bare = bareBundle(folder, clients);
      for (const { suffix, request, reads } of measurements[name] ?? [{ suffix: '' }]) {
        const [cold, bareCold]: [Time[], Time[]] = [[], []];
        for (let turn = 0; turn < runs; turn += 1) {
          cold.push(await coldStart(file, table.url, request === undefined ? '' : asked(request)));
          bareCold.push(await coldStart(bare, table.url, reads === undefined ? '' : readBare(reads)));
        }
        rows.push({
          name: `${name}${suffix}`,
          size: sizeAtStart(file),
          bareSize: sizeAtStart(bare),
          cold: median(cold.map(({ wall }) => wall)),
          bareCold: median(bareCold.map(({ wall }) => wall)),
          processor: median(cold.map(({ processor }) => processor)),
          bareProcessor: median(bareCold.map(({ processor }) => processor)),
        });
      }
    }
    return rows;
  } finally {
    table.stop();
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
