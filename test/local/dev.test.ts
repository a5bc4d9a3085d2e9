import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { liveApp } from '../../local/dev/app.ts';
import { followFunctions } from '../../local/dev/functions.ts';
import { exchangeOf } from '../../local/http/exchange.ts';
import { municipality, newFolder } from './fixture/machine.ts';

/** A small project: two functions, one of which reads the domain, and the code they were deployed with. */
function project() {
  const root = newFolder();
  const write = (file: string, text: string) => {
    mkdirSync(join(root, file, '..'), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  write('domain/greeting.ts', "export const greeting: string = 'good morning';");
  write(
    'functions/api/index.ts',
    "import { greeting } from '../../domain/greeting.ts';\nexport const handler = async () => greeting;",
  );
  write('functions/events/sweep.ts', 'export const handler = async () => 1;');
  const specOf = (name: string) => {
    write(`deployed/${name}/index.mjs`, 'export const handler = async () => "as deployed";');
    write(`deployed/${name}/programmes.json`, '[]');
    return {
      name: `etapas-fixture-${name}`,
      arn: name,
      folder: join(root, 'deployed', name),
      handler: 'index.handler',
      environment: {},
      timeoutSeconds: 1,
      memoryMegabytes: 512,
    };
  };
  return { root, write, specs: [specOf('api'), specOf('sweep')] };
}

test('a function whose source is saved is swapped in, with what lies beside it; others are left alone', async () => {
  const { root, write, specs } = project();
  const swapped: { arn: string; folder: string }[] = [];
  const told: string[] = [];
  onTestFinished(
    followFunctions({
      root,
      specs,
      functions: { replace: (arn, folder) => void swapped.push({ arn, folder }) },
      tell: (line) => told.push(line),
    }),
  );
  const answerOf = async (place: number): Promise<unknown> =>
    (await import(join(swapped[place]?.folder ?? '', 'index.mjs'))).handler();

  write('domain/greeting.ts', "export const greeting: string = 'good evening';");
  await expect.poll(() => swapped.map(({ arn }) => arn)).toEqual(['api']);
  expect(await answerOf(0)).toBe('good evening');
  expect(readFileSync(join(swapped[0]?.folder ?? '', 'programmes.json'), 'utf8')).toBe('[]');

  write('functions/api/index.ts', 'export const handler = async () => {');
  await expect.poll(() => told.join('\n')).toContain('index.ts');
  expect(swapped).toHaveLength(1);

  // As many editors save: another file in its place.
  write('functions/api/saved', "export const handler = async () => 'mended';");
  renameSync(join(root, 'functions/api/saved'), join(root, 'functions/api/index.ts'));
  await expect.poll(() => swapped.length).toBe(2);
  expect(await answerOf(1)).toBe('mended');
});

/** Serves an app from its sources; answers where. */
async function serve(root: string, server: Server) {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`;
  const { answer, stop } = liveApp(root, server, {
    issuer: `${url}/oidc`,
    clientId: 'app',
    municipality,
  });
  server.on('request', (request, response) => {
    answer(exchangeOf(request, response, 'test')).catch(() => response.writeHead(404).end());
  });
  onTestFinished(async () => {
    await stop();
    server.closeAllConnections();
    server.close();
  });
  return url;
}

test('the app is served from its sources, and a page that is open is told of a file that is saved', async () => {
  const root = newFolder();
  const web = join(root, 'web');
  mkdirSync(join(web, 'api'), { recursive: true });
  writeFileSync(join(web, 'vite.config.ts'), 'export default {};');
  writeFileSync(join(web, 'index.html'), '<!doctype html><script type="module" src="/api/main.ts"></script>');
  writeFileSync(join(web, 'api', 'main.ts'), "export const said: string = 'before'; console.log(said);");
  const url = await serve(root, createServer());
  const text = async (path: string) => (await fetch(url + path)).text();

  // A folder of the app that is named as the interface does not get in its way.
  const page = await text('/localities/ab-c');
  expect(page).toContain('src="/@app/api/main.ts');
  expect(await text('/@app/api/main.ts')).toContain('before');
  expect(await (await fetch(`${url}/config.json`)).json()).toMatchObject({ clientId: 'app' });
  expect((await fetch(`${url}/nothing.js`)).status).toBe(404);

  const token = /const wsToken = "([^"]+)"/.exec(await text('/@app/@vite/client'))?.[1];
  const told: string[] = [];
  const socket = new WebSocket(`${url.replace('http', 'ws')}/@app/?token=${token}`, 'vite-hmr');
  onTestFinished(() => socket.close());
  socket.addEventListener('message', ({ data }) => told.push(String(data)));
  await expect.poll(() => told.join()).toContain('connected');
  writeFileSync(join(web, 'api', 'main.ts'), "export const said: string = 'after'; console.log(said);");
  await expect.poll(() => told.join()).toMatch(/full-reload|update/);
  expect(await text('/@app/api/main.ts')).toContain('after');
});
