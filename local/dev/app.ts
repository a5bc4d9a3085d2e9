import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { extname, join } from 'node:path';
import type { ViteDevServer } from 'vite';
import { type Exchange, HttpProblem, send, sendJson } from '../http/exchange.ts';
import { type AppConfig, configOf, elsewhere } from '../web/serve-app.ts';

/** The app's modules lie under an address of their own: `/api/…` is the interface, and a folder of the app too. */
const base = '/@app/';

/**
 * Serves the app from its sources, with hot reload, at the same address as the rest of the machine.
 * @param server the machine's own, by which the browser is told of changes
 */
export function liveApp(root: string, server: Server, config: AppConfig) {
  let vite: Promise<ViteDevServer> | undefined;
  const folder = join(root, 'web');

  async function start() {
    const { createServer } = await import('vite');
    return createServer({
      configFile: join(folder, 'vite.config.ts'),
      configLoader: 'native',
      root: folder,
      base,
      appType: 'custom',
      logLevel: 'warn',
      cacheDir: join(root, 'build', 'dev', 'vite'),
      server: { middlewareMode: true, hmr: { server } },
    });
  }

  /** @throws HttpProblem */
  async function answer(exchange: Exchange): Promise<void> {
    const { request, response, url, messages } = exchange;
    if (url.pathname === '/config.json') return sendJson(exchange, 200, configOf(config));
    const away = elsewhere(exchange, config);
    if (away) return send(exchange, 302, 'text/plain', '', { location: away, 'cache-control': 'no-store' });
    vite ??= start();
    const running = await vite;
    if (url.pathname.startsWith(base))
      return new Promise((resolve, reject) => {
        response.once('close', resolve);
        running.middlewares(request, response, (error: unknown) =>
          reject(error ?? new HttpProblem(404, 'not-found', messages.notFound)),
        );
      });
    if (extname(url.pathname)) throw new HttpProblem(404, 'not-found', messages.notFound);
    const page = await running.transformIndexHtml(
      url.pathname,
      readFileSync(join(folder, 'index.html'), 'utf8'),
    );
    send(exchange, 200, 'text/html; charset=utf-8', page, { 'cache-control': 'no-store' });
  }

  const stop = async () => {
    await (await vite?.catch(() => undefined))?.close();
  };
  return { answer, stop };
}
