import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { type BuildOptions, buildSync } from 'esbuild';
import { type Deployed, type DeployedName, deployedFile, deployedText } from '../../domain/deployed.ts';
import type { Municipality } from '../../domain/municipality.ts';
import { compileProgrammes } from '../../workflows/compile-programmes.ts';
import { readQuestionnaires } from '../../workflows/questionnaires.ts';
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

/** What lies beside the code of a function; its settings always do. */
interface Beside {
  settings: Municipality;
  programmes: boolean;
  questionnaires: boolean;
  /** The fonts of printed documents, in the folder `fonts`. */
  fonts: boolean;
}

/**
 * The code of a function: all it needs, the AWS SDK too (loading Lambda's own copy takes three times as long), and beside
 * it, as JSON, the settings, programmes and questionnaires: parsing YAML at every cold start would cost a parser and its
 * time. Bundled in this process: a command of its own for each function, as `NodejsFunction` has it, makes a synthesis
 * twice as long.
 */
export function bundled(entry: string, { settings, programmes, questionnaires, fonts }: Beside): Code {
  const bundle = (folder: string) => {
    const write = <Name extends DeployedName>(name: Name, content: Deployed[Name]) =>
      writeFileSync(join(folder, deployedFile(name)), deployedText(name, content));
    buildSync({ ...bundling, entryPoints: { index: join(root, entry) }, outdir: folder });
    write('settings', settings);
    if (programmes) write('programmes', compileProgrammes());
    if (questionnaires) write('questionnaires', readQuestionnaires());
    if (fonts) copyFonts(folder);
    return true;
  };
  return Code.fromAsset(root, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // Never run: what is built here needs no container. The command tells one function's bundle from another's.
      image: DockerImage.fromRegistry('scratch'),
      command: [entry, JSON.stringify({ settings, programmes, questionnaires, fonts })],
      local: { tryBundle: bundle },
    },
  });
}
