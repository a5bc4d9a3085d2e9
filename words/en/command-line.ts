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
    by: 'who does it, as the history will tell; the user of this machine unless told',
    dropOlder:
      'removes the older keys: no link that was sent works any more; only where somebody else saw one',
  },
  commands: {
    'keys rotate':
      'Makes a new key that signs links from now on. Links that were sent go on working; keys that no good link is left of are removed.',
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
    rotatedMeanwhile: (version) => `Somebody else made key ${version} just now; no other was made.`,
    busy: () => 'There were many changes at once and nothing was done. Try again.',
    other: (what) => `It could not be done: ${what}`,
  },

  rotate: {
    signs: (version) => `Key ${version} signs links from now on.`,
    verify: (versions) => `Still verify earlier links: ${versions}.`,
    removed: (versions) => `Removed, since no good link is left of them: ${versions}.`,
    dropped: (versions) => `Removed: ${versions}. Links that were sent stop working.`,
    within: 'All functions use it within five minutes.',
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
