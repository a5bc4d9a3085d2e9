import * as z from 'zod';
import { Text } from '../language.ts';
import { IndicatorCode } from './indicators.ts';
import { isPersonal } from './personal-columns.ts';
import { Direction } from './verdict.ts';

const Key = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens')
  .max(60);

/** The title of a column, as it stands in the first row of a file. */
const Title = z.string().trim().min(1).max(100);

/** What a cell says, without blanks around it; empty for a blank cell. `1.0` and `1` are the same code. */
const Code = z.string().trim().max(40);

const asked = {
  /** Names the question wherever it is asked: questions of two questionnaires are compared by it. */
  key: Key,
  indicator: IndicatorCode,
  /** Which side of the indicator it asks for, where it has two: present and future, leisure and visits. */
  aspect: Text.optional(),
  /** Raised whenever it is asked in another way (other words, other order, on paper instead of by telephone). */
  version: z.int().min(1).default(1),
  column: Title,
  question: Text,
  /** Codes of this question that are no answer, instead of those of the questionnaire. A blank is none either. */
  missing: z.array(Code).optional(),
  unit: Text,
  direction: Direction,
};

/** A possible answer. A blank cell is one where its code, the empty text, is named. */
const Answer = z.strictObject({ codes: z.array(Code).min(1), value: z.number(), label: Text });

/** `share`: how many of those who answer give an answer of value 1. `ordinal`: the mean of the answers' scores. */
const CodedItem = z.strictObject({
  ...asked,
  type: z.enum(['share', 'ordinal']),
  answers: z.array(Answer).min(2),
});

/** `mean`: of a scale of numbers. `count`: of how many, whole. `hours`: of hours in a week. */
const MeasuredItem = z.strictObject({
  ...asked,
  type: z.enum(['mean', 'count', 'hours']),
  minimum: z.number().default(0),
  maximum: z.number(),
});

/** A question that measures an indicator. */
export const Item = z.discriminatedUnion('type', [CodedItem, MeasuredItem]);
export type Item = z.infer<typeof Item>;

export const Sex = z.enum(['female', 'male', 'other']);
export type Sex = z.infer<typeof Sex>;

const Band = z.strictObject({ label: z.string().min(1).max(20), from: z.int().min(0), to: z.int().max(120) });

/** Years fall into bands, both ends included; codes name their band. One or the other. */
const Age = z
  .strictObject({
    column: Title,
    bands: z.array(Band).min(1).optional(),
    codes: z.record(Code, z.string().min(1).max(20)).optional(),
  })
  .refine(({ bands, codes }) => !bands !== !codes, 'needs either bands or codes');

/** The columns that tell how a row came into the sample. */
const SampleDesign = z.strictObject({
  weight: Title.optional(),
  stratum: Title.optional(),
  cluster: Title.optional(),
  /** Whether a file must have them; where it need not, a file without any is a simple random sample. */
  required: z.boolean().default(true),
  /** What a blank cluster is: a mistake, or somebody who was reached alone and is a cluster of their own. */
  blankCluster: z.enum(['refused', 'alone']).default('refused'),
});

/** How many answers an item needs before it is compared: with fewer, an interval for a mean is not to be trusted. */
const usualMinimum = 30;

/**
 * How the columns of a survey measure the indicators: one file `workflows/questionnaires/<id>.v<version>.yaml`, never
 * changed once released.
 */
export const Questionnaire = z
  .strictObject({
    id: Key.max(40),
    version: z.int().min(1),
    name: Text,
    source: z.string(),
    /** Codes that are no answer wherever they stand. A blank is none either, unless a question counts it. */
    missing: z.array(Code).default([]),
    /** What is done with columns that nothing here names. Columns of personal data are refused in any case. */
    otherColumns: z.enum(['refused', 'ignored']).default('refused'),
    /** Columns that may be there and are not read, such as the number of the form. */
    unread: z.array(Title).default([]),
    design: SampleDesign.optional(),
    sex: z.strictObject({ column: Title, codes: z.record(Code, Sex) }).optional(),
    age: Age.optional(),
    minimumAnswers: z.int().min(2).default(usualMinimum),
    items: z.array(Item).min(1).max(60),
  })
  .superRefine((questionnaire, context) => {
    const refuse = (message: string, ...path: (string | number)[]) =>
      context.addIssue({ code: 'custom', path, message });
    const { items, missing, age, sex, design } = questionnaire;
    for (const { key, at } of repeated(items.map(({ key }) => key)))
      refuse(`"${key}" appears twice`, 'items', at, 'key');
    const columns = columnsOf(questionnaire);
    for (const { key } of repeated(columns)) refuse(`the column "${key}" is used twice`);
    for (const column of columns.filter(isPersonal))
      refuse(`the column "${column}" is named like personal data, which is never read`);
    if (design && !design.weight && !design.stratum && !design.cluster) refuse('names no column', 'design');
    for (const [path, codes] of [
      ['sex', Object.keys(sex?.codes ?? {})],
      ['age', Object.keys(age?.codes ?? {})],
    ] as const)
      for (const code of codes)
        if (missing.includes(code)) refuse(`the code "${code}" is a missing one too`, path);
    const bands = [...(age?.bands ?? [])].sort((a, b) => a.from - b.from);
    bands.forEach(({ label, from, to }, at) => {
      const next = bands[at + 1];
      if (to < from || (next && next.from <= to)) refuse(`the band "${label}" overlaps`, 'age', 'bands');
    });
    items.forEach((item, at) => {
      for (const fault of faultsOf(item, missing)) refuse(fault, 'items', at);
    });
  });
export type Questionnaire = z.infer<typeof Questionnaire>;

const repeated = (keys: readonly string[]) =>
  keys.map((key, at) => ({ key, at })).filter(({ key, at }) => keys.indexOf(key) < at);

function faultsOf(item: Item, everywhere: readonly string[]): string[] {
  const missing = item.missing ?? everywhere;
  if (!('answers' in item)) {
    const { minimum, maximum } = item;
    const within = missing.filter(
      (code) => code !== '' && Number(code) >= minimum && Number(code) <= maximum,
    );
    return [
      ...(minimum < maximum ? [] : ['the minimum is not under the maximum']),
      ...within.map((code) => `the missing code "${code}" is a possible answer`),
    ];
  }
  const codes = item.answers.flatMap(({ codes }) => codes);
  const values = new Set(item.answers.map(({ value }) => value));
  return [
    ...repeated(codes).map(({ key }) => `the code "${key}" is given twice`),
    ...codes
      .filter((code) => missing.includes(code))
      .map((code) => `the code "${code}" is a missing one too`),
    ...(item.type === 'share' && !(values.size === 2 && values.has(0) && values.has(1))
      ? ['the answers of a share are worth 0 or 1, and each is there']
      : []),
    ...(values.size < 2 ? ['all answers are worth the same'] : []),
  ];
}

/** The columns of a questionnaire's file in their order: the sample, who answered, the questions. */
export function columnsOf({
  design,
  sex,
  age,
  items,
}: Pick<Questionnaire, 'design' | 'sex' | 'age' | 'items'>): string[] {
  const { weight, stratum, cluster } = design ?? {};
  return [weight, stratum, cluster, sex?.column, age?.column, ...items.map(({ column }) => column)].filter(
    (column) => column !== undefined,
  );
}

/** The codes of an item that are no answer. */
export const missingCodes = (item: Item, { missing }: Pick<Questionnaire, 'missing'>): readonly string[] =>
  item.missing ?? missing;
