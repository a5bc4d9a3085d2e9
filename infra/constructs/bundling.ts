import { join } from 'node:path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { buildSync } from 'esbuild';
import { compileProgrammes } from '../../workflows/compile-programmes.ts';

const root = join(import.meta.dirname, '..', '..');

/**
 * The code of a function: one module with all it needs, the AWS SDK too (loading Lambda's own copy takes three times
 * as long); with `programmes`, all programme versions lie beside it as `programmes.json`. Bundled in this process: a
 * command of its own for each function, as `NodejsFunction` has it, makes a synthesis twice as long.
 */
export function bundled(entry: string, programmes: boolean): Code {
  const bundle = (folder: string) => {
    buildSync({
      entryPoints: [join(root, entry)],
      outfile: join(folder, 'index.mjs'),
      bundle: true,
      minify: true,
      platform: 'node',
      target: 'node24',
      format: 'esm',
      mainFields: ['module', 'main'],
      logLevel: 'warning',
    });
    if (programmes) compileProgrammes(folder);
    return true;
  };
  return Code.fromAsset(root, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // Never run: what is built here needs no container. The command tells one function's bundle from another's.
      image: DockerImage.fromRegistry('scratch'),
      command: [entry, String(programmes)],
      local: { tryBundle: bundle },
    },
  });
}
