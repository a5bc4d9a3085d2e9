import { CommanderError, Command as Parser } from 'commander';
import type { Language } from '../domain/language-list.ts';
import { Refused } from '../local/api-client.ts';
import type { Words } from '../words/es/command-line.ts';
import { commandLineWords } from '../words/languages.ts';
import { exitCodes, Failure, Misuse, type OptionName, type Outcome } from './command.ts';
import { commands } from './commands.ts';
import { languageOf, languageOfEnvironment } from './language.ts';

/** How each option is typed. */
const flags: Record<OptionName, string> = {
  at: '--at <url>',
  table: '--table <name>',
  files: '--files <bucket>',
  region: '--region <region>',
  by: '--by <user>',
  dropOlder: '--drop-older',
};

interface Surroundings {
  environment: Record<string, string | undefined>;
  /** Writes a line for who reads answers, or for who is told of problems. */
  tell(line: string): void;
  warn(line: string): void;
}

const isOneOf = <Name extends string>(record: Record<Name, unknown>, name: string): name is Name =>
  Object.hasOwn(record, name);

/** What every level of the program has: help in the language asked for, and no exit by itself. */
function outfitted(parser: Parser, words: Words, { tell }: Surroundings): Parser {
  return parser
    .helpOption('-h, --help', words.help)
    .helpCommand(false)
    .option('--json', words.options.json)
    .option('--lang <language>', words.options.lang)
    .configureHelp({ styleTitle: (title) => (isOneOf(words.titles, title) ? words.titles[title] : title) })
    .configureOutput({ writeOut: (text) => tell(text.trimEnd()), writeErr: () => {} })
    .exitOverride();
}

/** What has commands below it, and does nothing by itself. */
function group(parser: Parser, words: Words, surroundings: Surroundings): Parser {
  return (
    outfitted(parser, words, surroundings)
      // Whatever follows is no command: it is told so.
      .allowExcessArguments()
      .action((_, { args: [unknown] }: Parser) => {
        throw unknown === undefined
          ? new Misuse('noCommand')
          : new Misuse('commander.unknownCommand', unknown);
      })
  );
}

/** The parser of all commands; `run` is called with the one that was typed. */
function parserOf(
  words: Words,
  surroundings: Surroundings,
  run: (name: keyof typeof commands, typed: unknown) => Promise<void>,
): Parser {
  const root = group(new Parser('etapas'), words, surroundings)
    .description(words.about)
    .usage(words.usage)
    .addHelpText('after', `\n${words.exitCodes}`);
  for (const [name, { options }] of Object.entries(commands)) {
    if (!isOneOf(commands, name)) continue;
    const path = name.split(' ');
    const parent = path.slice(0, -1).reduce((above, word) => {
      const known = above.commands.find((one) => one.name() === word);
      return known ?? group(above.command(word), words, surroundings);
    }, root);
    const leaf = outfitted(parent.command(path.at(-1) ?? name), words, surroundings)
      .description(words.commands[name])
      .allowExcessArguments(false)
      .action((_, parser: Parser) => run(name, parser.optsWithGlobals()));
    for (const option of options) leaf.option(flags[option], words.options[option]);
  }
  return root;
}

/** What is wrong with what was typed, in words; nothing where nothing is, as with `--help`. */
function misuseOf(error: unknown, { misuse, seeHelp }: Words): string | undefined {
  if (error instanceof Misuse) return `${misuse[error.code](error.about)} ${seeHelp}`;
  if (!(error instanceof CommanderError) || error.exitCode === 0) return undefined;
  const about = /'([^']+)'/.exec(error.message)?.[1] ?? '';
  const told = isOneOf(misuse, error.code) ? misuse[error.code](about) : error.message;
  return `${told} ${seeHelp}`;
}

function failureOf(error: unknown, { failures }: Words): string {
  if (error instanceof Failure) return failures[error.code](error.about);
  if (error instanceof Refused) return failures.refused(error.message);
  return failures.other(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
}

/** Runs what was typed. @returns the exit code */
export async function run(typed: readonly string[], surroundings: Surroundings): Promise<number> {
  const { environment, tell, warn } = surroundings;
  const asJson = typed.includes('--json');
  const end = (exitCode: number, error: string) => {
    if (asJson) tell(JSON.stringify({ exitCode, error }));
    else warn(`etapas: ${error}`);
    return exitCode;
  };
  let words: Words = commandLineWords[languageOfEnvironment(environment)];
  let outcome: Outcome | undefined;
  try {
    const language: Language = languageOf(typed, environment);
    words = commandLineWords[language];
    const parser = parserOf(words, surroundings, async (name, options) => {
      outcome = await commands[name].run(options, words);
    });
    await parser.parseAsync(typed, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.done;
    const misuse = misuseOf(error, words);
    return misuse === undefined
      ? end(exitCodes.failed, failureOf(error, words))
      : end(exitCodes.misuse, misuse);
  }
  if (!outcome) return exitCodes.done;
  const exitCode = outcome.found ? exitCodes.found : exitCodes.done;
  if (asJson) tell(JSON.stringify({ exitCode, ...outcome.answer }));
  else for (const line of outcome.lines) tell(line);
  return exitCode;
}
