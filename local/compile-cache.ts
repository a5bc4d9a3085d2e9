import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', 'build', 'compiled');

/**
 * From now on Node keeps what it makes of the modules it loads (the types taken out, the code compiled) and takes it
 * from there the next time, which halves what a start costs. It knows by content whether a file is still the same.
 * A function's thread opens it for itself (`functions/thread.mjs`).
 */
export const openCompileCache = () => void enableCompileCache(folder);

/** Writes down what was compiled so far: Node does so when it ends, but a machine that is killed has no end. */
export const keepCompiled = () => flushCompileCache();
