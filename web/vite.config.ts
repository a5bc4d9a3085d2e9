import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = import.meta.dirname;
const digest = (...texts: string[]) =>
  createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 16);

/** Tells the service worker which files make the app, and a version that changes when one of them does. */
function workerKnowsItsFiles(): Plugin {
  return {
    name: 'worker-knows-its-files',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const worker = bundle['worker.js'];
      if (worker?.type !== 'chunk') throw new Error('the service worker is missing from the build');
      const assets = Object.keys(bundle).filter((name) => name.startsWith('assets/'));
      const files = ['/', '/icon.svg', ...assets.map((name) => `/${name}`)];
      // Assets carry the hash of their content in their names; the page names those that it begins with.
      const version = digest(...assets, readFileSync(join(here, 'index.html'), 'utf8'), worker.code);
      worker.code = worker.code
        .replace('__FILES__', JSON.stringify(files))
        .replace('__VERSION__', JSON.stringify(version));
    },
  };
}

export default defineConfig({
  root: here,
  plugins: [react(), workerKnowsItsFiles()],
  define: {
    // What was kept of the interface's answers is of use for as long as they have the same shape.
    __SHAPE_OF_ANSWERS__: JSON.stringify(digest(readFileSync(join(here, 'api', 'routes.ts'), 'utf8'))),
  },
  build: {
    outDir: join(here, '..', 'build', 'web', 'app'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    // A Content-Security-Policy without `data:` for scripts and styles; pictures are files too.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { app: join(here, 'index.html'), worker: join(here, 'worker', 'worker.ts') },
      output: {
        entryFileNames: ({ name }) => (name === 'worker' ? 'worker.js' : 'assets/[name]-[hash].js'),
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
});
