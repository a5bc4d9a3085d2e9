import { run } from './program.ts';

// What a library logs is no answer of a command.
process.env.POWERTOOLS_LOG_LEVEL ??= 'SILENT';

process.exitCode = await run(process.argv.slice(2), {
  environment: process.env,
  tell: (line) => console.log(line),
  warn: (line) => console.error(line),
});
