import { area } from '@turf/area';
import { boxOf } from '../../domain/targeting/box.ts';
import { polygonsOf } from '../../domain/targeting/territory.ts';
import { useTranslation } from '../words/use-translation.ts';
import type { Territory } from './form-values.ts';

const size = 160;

/** The outline of a territory by itself, as large as fits, with its area: enough to see that it is the right one. */
export function TerritoryShape({ territory }: { territory: Territory }) {
  const { messages, formats } = useTranslation();
  const rings = polygonsOf(territory).flat();
  const points = rings.flat();
  const [west, south, east, north] = boxOf(points);
  // A degree of longitude is shorter the further it is from the equator.
  const narrow = Math.cos(((south + north) / 2) * (Math.PI / 180));
  const scale = size / Math.max((east - west) * narrow, north - south, Number.EPSILON);
  const path = rings
    .map((ring) => ring.map(([x, y]) => `${(x - west) * narrow * scale},${(north - y) * scale}`).join('L'))
    .map((line) => `M${line}Z`)
    .join('');
  const [width, height] = [(east - west) * narrow * scale, (north - south) * scale];
  const squareKilometres = area(territory) / 1e6;
  const said = messages.localityForm.territoryShape(
    formats.number(Number(squareKilometres.toPrecision(3))),
    formats.number(points.length),
  );
  return (
    <figure className="territory-shape">
      <svg
        viewBox={`-2 -2 ${width + 4} ${height + 4}`}
        role="img"
        aria-label={messages.localityForm.territoryDrawn}
      >
        <path d={path} fillRule="evenodd" />
      </svg>
      <figcaption className="soft">{said}</figcaption>
    </figure>
  );
}
