import * as z from 'zod';

/** GeoJSON of a locality's territory, WGS 84 longitude and latitude. */
const Ring = z
  .array(z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]))
  .min(4)
  .max(5_000);
const closed = Ring.refine((ring) => {
  const [first, last] = [ring[0], ring.at(-1)];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1];
}, 'ring-open');
const Shape = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(closed).min(1).max(100) }),
  z.strictObject({
    type: z.literal('MultiPolygon'),
    coordinates: z.array(z.array(closed).min(1)).min(1).max(100),
  }),
]);
/** An item of the table holds 400 kB; a district's outline has some hundred points. */
const mostPoints = 5_000;
const pointsOf = (shape: z.infer<typeof Shape>) =>
  (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates).flat(2).length;
export const Geometry = Shape.refine((shape) => pointsOf(shape) <= mostPoints, 'too-detailed');
export type Geometry = z.infer<typeof Geometry>;
