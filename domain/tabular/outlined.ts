import type { Geometry } from '../geometry.ts';

/** How a territory is told in one line: its type, how many points it has, and the box round it (west, south, east, north). */
export function outlined(geometry: Geometry | undefined): string | undefined {
  if (!geometry) return undefined;
  const { type } = geometry;
  const points = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).flat(2);
  const [longitudes, latitudes] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const box = [
    Math.min(...longitudes),
    Math.min(...latitudes),
    Math.max(...longitudes),
    Math.max(...latitudes),
  ];
  return `${type} (${points.length}): ${box.join(', ')}`;
}
