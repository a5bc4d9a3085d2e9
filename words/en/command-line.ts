import type { Words } from '../es/command-line.ts';
import { counted } from '../plural.ts';
import { findingKinds, findings } from './findings.ts';

/** Every English word of `npm run etapas`. */
export const en: Words = {
  about: 'Administration of Etapas from the command line.',
  titles: {
    'Usage:': 'Usage:',
    'Commands:': 'Commands:',
    'Options:': 'Options:',
  },
  usage: '[options] [command]',
  help: 'shows this help',
  exitCodes:
    'Exit codes: 0, done and nothing wrong; 1, something was found that needs attention; 2, the command is not written right; 3, it could not be done.',
  options: {
    json: 'answers with one JSON object',
    lang: 'language: es or en; that of LANG unless told',
    at: 'address of an installation that runs on this machine; http://127.0.0.1:4600 unless a table is named',
    table: 'name of a DynamoDB table; with the AWS credentials and the region of the environment',
    files: 'name of the bucket of files of that installation, where the anchors lie',
    region: 'AWS region, where it is not that of the environment',
  },
  commands: {
    verify:
      'Checks that histories are whole, that records agree, and that nothing was altered. It only reads.',
  },

  misuse: {
    'commander.unknownOption': (what) => `There is no option ${what}.`,
    'commander.unknownCommand': (what) => `There is no command ${what}.`,
    'commander.excessArguments': () => 'There are too many arguments.',
    'commander.optionMissingArgument': (what) => `The option ${what} lacks its value.`,
    noCommand: () => 'The command is missing.',
    badOption: (what) => `The value of --${what} cannot be used.`,
    language: () => 'The language is “es” or “en”.',
    together: (what) => `These options do not go together: ${what}.`,
    filesOfTable: () => '--files and --region go with --table.',
  },
  seeHelp: 'See --help.',
  failures: {
    unreachable: (address) => `No installation of Etapas answers at ${address}.`,
    notLocal: (address) =>
      `What answers at ${address} is no installation of this machine. For one in AWS name --table.`,
    refused: (what) => `The installation does not allow it: ${what}`,
    other: (what) => `It could not be done: ${what}`,
  },

  verify: {
    findingKinds: {
      ...findingKinds,
      locality: (id) => `Locality ${id}`,
      stakeholder: (id) => `Person ${id}`,
      rankingOf: (id) => `${findingKinds.ranking} ${id}`,
    },
    findings,
    sound: counted('en-MX', {
      one: 'All agrees: # history checked, nothing wrong.',
      other: 'All agrees: # histories checked, nothing wrong.',
    }),
    found: counted('en-MX', { one: '# fault was found:', other: '# faults were found:' }),
    withoutAnchors:
      'Without --files no anchors were compared: it is not known whether some history lacks its end.',
  },
};
