import { join } from 'node:path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { type BuildOptions, buildSync } from 'esbuild';
import { compileProgrammes } from '../../workflows/compile-programmes.ts';
import { compileQuestionnaires } from '../../workflows/compile-questionnaires.ts';
import { copyFonts } from './fonts.ts';

const root = join(import.meta.dirname, '..', '..');

/**
 * How code is bundled: `index.mjs`, and what it imports only when it is needed (spreadsheets, ways to sign in that Lambda
 * does not use) in files beside it, named after what is in them. Wherever it is bundled, the same comes out.
 */
export const bundling = {
  absWorkingDir: root,
  bundle: true,
  splitting: true,
  minify: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  outExtension: { '.js': '.mjs' },
  // Libraries in CommonJS ask for Node's own modules by `require`, which modules do not have.
  banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
  mainFields: ['module', 'main'],
  logLevel: 'warning',
} satisfies BuildOptions;

/**
 * The code of a function: all it needs, the AWS SDK too (loading Lambda's own copy takes three times as long); with
 * `programmes`, all programme versions lie beside it as `programmes.json`, with `questionnaires` all of them as
 * `questionnaires.json`, with `fonts` those of printed documents in the folder `fonts`. Bundled in this process: a
 * command of its own for each function, as `NodejsFunction` has it, makes a synthesis twice as long.
 */
export function bundled(
  entry: string,
  {
    programmes = false,
    questionnaires = false,
    fonts = false,
  }: { programmes?: boolean; questionnaires?: boolean; fonts?: boolean },
): Code {
  const bundle = (folder: string) => {
    buildSync({ ...bundling, entryPoints: { index: join(root, entry) }, outdir: folder });
    if (programmes) compileProgrammes(folder);
    if (questionnaires) compileQuestionnaires(folder);
    if (fonts) copyFonts(folder);
    return true;
  };
  return Code.fromAsset(root, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // Never run: what is built here needs no container. The command tells one function's bundle from another's.
      image: DockerImage.fromRegistry('scratch'),
      command: [entry, String(programmes), String(questionnaires), String(fonts)],
      local: { tryBundle: bundle },
    },
  });
}
