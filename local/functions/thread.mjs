// The first file of a function's thread. It is plain JavaScript: the rest, in TypeScript, then comes from the cache of
// what Node compiled, and Node need not load in each thread what takes the types out.
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// The folder of `compile-cache.ts`.
enableCompileCache(fileURLToPath(new URL('../../build/compiled', import.meta.url)));
await import('./worker.ts');
