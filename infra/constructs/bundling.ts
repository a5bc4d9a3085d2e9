import { join } from 'node:path';
import { type BundlingOptions, LogLevel, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';

/** One module with all it needs, the AWS SDK too: loading Lambda's own copy takes three times as long. */
const oneModule: BundlingOptions = {
  format: OutputFormat.ESM,
  mainFields: ['module', 'main'],
  bundleAwsSDK: true,
  minify: true,
  sourceMap: false,
  logLevel: LogLevel.WARNING,
};

/** How a function is bundled; with `programmes`, all programme versions lie beside it as `programmes.json`. */
export const bundling = (programmes: boolean): BundlingOptions => ({
  ...oneModule,
  ...(programmes && {
    commandHooks: {
      beforeBundling: () => [],
      beforeInstall: () => [],
      afterBundling: (inputDir: string, outputDir: string) => [
        `"${process.execPath}" "${join(inputDir, 'workflows', 'compile-programmes.ts')}" "${outputDir}"`,
      ],
    },
  }),
});
