import * as z from 'zod';
import { freeTexts } from '../free-text.ts';
import { line, lines } from '../plain-text.ts';
import { Candidate, IndicatorName } from './candidate.ts';

/**
 * `weighted`: a composite of indicators. `cases-attended`: the places with the most cases attended first, as the
 * Dirección de Atención Integral a las Mujeres of Cortazar asks (work plan 2024–2027); counts only, never a case.
 */
export const RankingMethod = z.enum(['weighted', 'cases-attended']);

export const Normalisation = z.enum(['min-max', 'z', 'rank']);
export type Normalisation = z.infer<typeof Normalisation>;

/** Which end of an indicator makes a place come first. */
export const Direction = z.enum(['higher-first', 'lower-first']);
export type Direction = z.infer<typeof Direction>;

/** How much one indicator counts beside the others; only proportions matter. */
export const Weight = z.strictObject({
  indicator: IndicatorName,
  weight: z.number().min(1e-6).max(1e6),
  direction: Direction,
  /** Why it counts, and why so much: no weight without a reason. */
  reason: lines(1_000).min(1).register(freeTexts, { asksAboutContacts: true }),
});
export type Weight = z.infer<typeof Weight>;

/** How the weights are varied to see whether the result hangs on them. */
const Variation = z.strictObject({
  draws: z.int().min(100).max(10_000).default(1_000),
  /** Up to what part of itself each weight goes up or down: 0.25 is a quarter. */
  spread: z.number().min(0.01).max(1).default(0.25),
  /** The same seed draws the same weights again. */
  seed: z.int().min(0).max(0xffff_ffff).default(1),
});

/** Where to work first: what is compared, by what, and why. */
export const RankingRequest = z
  .strictObject({
    name: line(120).optional(),
    rationale: lines(4_000).min(1).register(freeTexts, { asksAboutContacts: true }),
    method: RankingMethod,
    /** Of `weighted` rankings; counts of cases are taken as they are. */
    normalisation: Normalisation.default('min-max'),
    weights: z.array(Weight).min(1).max(40),
    candidates: z.array(Candidate).min(1).max(2_000),
    /** How many places the programme can work in. */
    topK: z.int().min(1).max(2_000),
    variation: Variation.prefault({}),
  })
  .superRefine(({ method, weights, candidates, topK }, context) => {
    const refuse = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    if (topK > candidates.length) refuse(['topK'], 'more-than-candidates');
    for (const at of repeated(candidates.map(({ key }) => key)))
      refuse(['candidates', at, 'key'], 'key-twice');
    for (const at of repeated(weights.map(({ indicator }) => indicator)))
      refuse(['weights', at, 'indicator'], 'indicator-twice');
    weights.forEach(({ indicator }, at) => {
      const known = candidates.some(({ indicators }) => typeof figureOf(indicators, indicator) === 'number');
      if (!known) refuse(['weights', at, 'indicator'], 'unknown-indicator');
    });
    if (method === 'cases-attended') checkCases(weights, candidates, refuse);
  });
export type RankingRequest = z.infer<typeof RankingRequest>;
/** The same as somebody writes it, before what was left out is filled in. */
export type RankingDraft = z.input<typeof RankingRequest>;

/** A place's figure; `undefined` where it is not known. */
export const figureOf = (
  indicators: Readonly<Candidate['indicators']>,
  indicator: string,
): number | undefined =>
  Object.hasOwn(indicators, indicator) ? (indicators[indicator] ?? undefined) : undefined;

function checkCases(
  [weight, ...more]: Weight[],
  candidates: Candidate[],
  refuse: (path: (string | number)[], message: string) => void,
) {
  if (!weight || more.length > 0) return refuse(['weights'], 'one-count');
  if (weight.direction !== 'higher-first') refuse(['weights', 0, 'direction'], 'most-cases-first');
  candidates.forEach(({ indicators }, at) => {
    const cases = figureOf(indicators, weight.indicator);
    if (cases !== undefined && (cases < 0 || !Number.isInteger(cases)))
      refuse(['candidates', at, 'indicators', weight.indicator], 'not-a-count');
  });
}

/** Where in a list something stands that stood in it before. */
function repeated(names: string[]): number[] {
  const seen = new Set<string>();
  return names.flatMap((name, at) => {
    if (seen.has(name)) return at;
    seen.add(name);
    return [];
  });
}
