import * as z from 'zod';
import { Geometry } from '../geometry.ts';
import { checkTerritory } from './check-territory.ts';
import { mostParts, mostPoints, TerritoryIssue } from './fault.ts';

const Position = z.tuple([z.number(), z.number()]).rest(z.unknown());
const Polygon = z.array(z.array(Position).min(4).max(mostPoints)).min(1).max(mostParts);

/** GeoJSON as programs write it: with altitudes, which are dropped, and members of their own, of which `crs` is read. */
export const SentGeometry = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal('Polygon'), coordinates: Polygon }),
  z.looseObject({ type: z.literal('MultiPolygon'), coordinates: z.array(Polygon).min(1).max(mostParts) }),
]);

/** A territory as somebody enters it: refused as a whole, by one issue, or made what is kept. */
export const EnteredGeometry = z
  .preprocess((value, context) => {
    const { territory, fault } = checkTerritory(value);
    if (!fault) return territory;
    context.issues.push({
      code: 'custom',
      params: new TerritoryIssue(fault),
      input: value,
      continue: false,
    });
    return z.NEVER;
  }, SentGeometry)
  .transform((checked) => Geometry.parse(checked));
