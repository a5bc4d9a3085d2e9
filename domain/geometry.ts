import * as z from 'zod';
import { mostParts, mostPoints } from './territory/fault.ts';

const Ring = z
  .array(z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]))
  .min(4)
  .max(mostPoints);
const closed = Ring.refine((ring) => {
  const [first, last] = [ring[0], ring.at(-1)];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1];
}, 'ring-open');
const Shape = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(closed).min(1).max(mostParts) }),
  z.strictObject({
    type: z.literal('MultiPolygon'),
    coordinates: z.array(z.array(closed).min(1)).min(1).max(mostParts),
  }),
]);
const pointsOf = (shape: z.infer<typeof Shape>) =>
  (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates).flat(2).length;

/**
 * GeoJSON of a locality's territory, WGS 84 longitude and latitude, as it is kept and shown. What older versions took in
 * is read by it too; what comes in now is `EnteredGeometry`.
 */
export const Geometry = Shape.refine((shape) => pointsOf(shape) <= mostPoints, 'too-detailed');
export type Geometry = z.infer<typeof Geometry>;
