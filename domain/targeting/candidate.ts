import * as z from 'zod';
import { LocalityId } from '../locality.ts';
import { line } from '../plain-text.ts';
import { FacilityCounts } from './facilities.ts';
import { Territory } from './territory.ts';

/** What a figure about a place is called: the heading of its column. */
export const IndicatorName = line(100);

/** Far beyond any figure about a place, and far from where sums of doubles lose whole units. */
const mostFigure = 1e12;

/** A place where the programme might work. Figures are aggregates: nothing in them is about one person. */
export const Candidate = z.strictObject({
  /** Its code, unique among the candidates. */
  key: line(60),
  name: line(200),
  /** Inhabitants; apportioned censuses give fractions. */
  population: z.number().min(0).max(50_000_000).optional(),
  geometry: Territory.optional(),
  /** `null`, or no entry, where the figure is not known: a blank is flagged and never filled in. */
  indicators: z.record(IndicatorName, z.number().min(-mostFigure).max(mostFigure).nullable()),
  /** The locality that walks the programme there, where there is one. */
  locality: LocalityId.optional(),
  facilities: FacilityCounts.optional(),
});
export type Candidate = z.infer<typeof Candidate>;
