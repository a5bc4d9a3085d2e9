import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { languageList } from '../domain/language-list.ts';
import { languages } from '../words/languages.ts';

/**
 * The names of a programme or questionnaire stand beside its frozen file, one file a language:
 * `words/<language>/<kind>/<id>.v<version>.yaml`. It has the shape of the frozen file, with keys for the entries of
 * lists; an entry with one name alone may be written as that name. So a translation is no new version.
 */
export type Names = string | { [key: string]: Names };

const Names: z.ZodType<Names> = z.lazy(() => z.union([z.string(), z.record(z.string(), Names)]));
export type NamesByLanguage = Partial<Record<string, Names>>;

/** The languages that names are wanted in, the first one first, and whether each must have all of them. */
export type Spoken = Record<string, { complete: boolean }>;

const Thing = z.looseObject({});
type Thing = z.infer<typeof Thing>;

/** Which texts the things of a list have; the file itself is under `file`. What is in `sometimes` may be left out by all. */
export type NamedLists = Record<string, { always: string[]; sometimes?: string[] }>;

/** What names an entry of a list: its key or, for an answer, its first code. */
const keyOf = ({ key, codes }: Thing): string => String(key ?? (Array.isArray(codes) ? codes[0] : undefined));

const within = (names: Names | undefined, key: string): Names | undefined =>
  typeof names === 'object' ? names[key] : undefined;

/** The leaves of names, `stages.social-cohesion.name`; an entry that is a name is a leaf of its own. */
function leavesOf(names: Names | undefined, path: string[] = []): string[] {
  if (names === undefined) return [];
  if (typeof names === 'string') return [path.join('.')];
  return Object.entries(names).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}

interface Naming {
  spoken: Spoken;
  lists: NamedLists;
  used: Set<string>;
  /** Says that a name is missing in a language that claims to be complete. */
  missing(language: string, path: string): void;
}

/** A text in every language, from what stands in the file itself and from the names; nothing where none has it. */
function textFor(
  field: { name: string; alone: boolean },
  written: unknown,
  names: NamesByLanguage,
  path: string[],
  { spoken, used, missing }: Naming,
): unknown {
  if (written !== undefined) return written;
  used.add(path.join('.')).add([...path, field.name].join('.'));
  const said = new Map<string, string>();
  for (const language of Object.keys(spoken)) {
    const here = names[language];
    const name = field.alone && typeof here === 'string' ? here : within(here, field.name);
    if (typeof name === 'string') said.set(language, name);
  }
  const [first] = said.values();
  if (first === undefined) return undefined;
  const text = Object.entries(spoken).map(([language, { complete }]): [string, string] => {
    if (complete && !said.has(language)) missing(language, [...path, field.name].join('.'));
    return [language, said.get(language) ?? first];
  });
  return Object.fromEntries(text);
}

function named(thing: Thing, list: string, names: NamesByLanguage, path: string[], naming: Naming): Thing {
  const { always = [], sometimes = [] } = naming.lists[list] ?? {};
  const texts = [...always, ...sometimes].flatMap((name): [string, unknown][] => {
    const text = textFor({ name, alone: always[0] === name }, thing[name], names, path, naming);
    if (text === undefined && always.includes(name))
      for (const [language, { complete }] of Object.entries(naming.spoken))
        if (complete) naming.missing(language, [...path, name].join('.'));
    return text === undefined ? [] : [[name, text]];
  });
  const inner = Object.entries(thing).map(([key, value]): [string, unknown] => {
    if (!naming.lists[key] || !Array.isArray(value)) return [key, value];
    return [
      key,
      value.map((one) => {
        const entry = Thing.safeParse(one).data;
        if (!entry) return one;
        const name = keyOf(entry);
        const theirs = Object.fromEntries(
          Object.keys(naming.spoken).map((language) => [
            language,
            within(within(names[language], key), name),
          ]),
        );
        return named(entry, key, theirs, [...path, key, name], naming);
      }),
    ];
  });
  return { ...Object.fromEntries(inner), ...Object.fromEntries(texts) };
}

/**
 * The content of a frozen file with its names in every language. A language that is not complete has the first one's
 * where it lacks a name.
 * @returns `faults`: names that a complete language lacks, and names of nothing, one sentence each
 */
export function withNames(
  content: unknown,
  lists: NamedLists,
  names: NamesByLanguage,
  spoken: Spoken = languages,
): { content: unknown; faults: string[] } {
  const file = Thing.safeParse(content).data;
  if (!file) return { content, faults: [] };
  const faults: string[] = [];
  const used = new Set<string>();
  const given = Object.keys(spoken).filter((language) => names[language] !== undefined);
  // Where there are none at all, the file names its things itself, and its schema says what it lacks.
  if (given.length > 0)
    for (const [language, { complete }] of Object.entries(spoken))
      if (complete && !given.includes(language))
        faults.push(`there is no file of its names in the language "${language}"`);
  const missing = (language: string, path: string) => {
    if (given.includes(language)) faults.push(`${path}: has no name in the language "${language}"`);
  };
  const whole = named(file, 'file', names, [], { spoken, lists, used, missing });
  for (const language of given)
    for (const leaf of leavesOf(names[language]))
      if (!used.has(leaf)) faults.push(`${leaf}: is named in the language "${language}" and is not there`);
  return { content: whole, faults };
}

const words = join(import.meta.dirname, '..', 'words');

/** The names of a file in each language that has them. */
export function readNames(
  kind: 'programmes' | 'questionnaires',
  file: string,
  folder = words,
): NamesByLanguage {
  const names: NamesByLanguage = {};
  for (const language of languageList) {
    const path = join(folder, language, kind, file);
    if (existsSync(path)) names[language] = Names.parse(parse(readFileSync(path, 'utf8')));
  }
  return names;
}
