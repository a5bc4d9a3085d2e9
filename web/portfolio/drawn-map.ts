import {
  canvas,
  control,
  divIcon,
  type LatLngBounds,
  type LatLngTuple,
  latLngBounds,
  layerGroup,
  map as leafletMap,
  marker,
  type Polygon,
  polygon,
} from 'leaflet';
import 'leaflet/dist/leaflet.css';
import type { Outline } from './use-territories.ts';

/** One place on the map. */
export interface Shape {
  id: string;
  name: string;
  outline: Outline;
  /**
   * Absent for those that are there for orientation only. A sign may be empty; `isMarked` shows it on a place that is
   * too small for it, too.
   */
  look?: { colour: string; sign: string; isMarked?: boolean };
}

interface MapWords {
  closer: string;
  farther: string;
}

/** Signs are drawn where a place is large enough for one, in pixels, and not on more places than these. */
const roomForSign = 26;
const mostSigns = 400;

/** A name is text, whatever it holds. */
function written(name: string): HTMLElement {
  const text = document.createElement('span');
  text.textContent = name;
  return text;
}

const position = ([x, y]: [number, number]): LatLngTuple => [y, x];
const latLngs = ({ type, coordinates }: Outline) =>
  (type === 'Polygon' ? [coordinates] : coordinates).map((rings) => rings.map((ring) => ring.map(position)));

/**
 * A map of places that needs nothing but their outlines: no tiles, nobody else's server. Its colours are those that the
 * style sheet gives its element.
 * @param choose is told which place was pressed
 */
export function drawMap(place: HTMLElement, words: MapWords, choose: (id: string) => void) {
  const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const hovers = window.matchMedia('(hover: hover)').matches;
  const map = leafletMap(place, {
    attributionControl: false,
    zoomControl: false,
    preferCanvas: true,
    zoomAnimation: !isStill,
    fadeAnimation: false,
    inertia: !isStill,
    // The wheel scrolls the page until somebody works with the map.
    scrollWheelZoom: false,
    zoomSnap: 0.5,
    maxZoom: 18,
    renderer: canvas({ padding: 0.5 }),
  }).setView([0, 0], 2);
  control.zoom({ zoomInTitle: words.closer, zoomOutTitle: words.farther }).addTo(map);
  control.scale({ imperial: false }).addTo(map);
  map.on('focus', () => map.scrollWheelZoom.enable());
  map.on('blur', () => map.scrollWheelZoom.disable());

  const behind = layerGroup().addTo(map);
  const ahead = layerGroup().addTo(map);
  const signs = layerGroup().addTo(map);
  let drawn = new Map<string, { shape: Shape; layer: Polygon }>();
  let chosen: string | undefined;
  let isTouched = false;
  for (const event of ['pointerdown', 'keydown', 'wheel'])
    place.addEventListener(event, () => {
      isTouched = true;
    });

  const colour = (name: string) => getComputedStyle(place).getPropertyValue(`--map-${name}`).trim();
  /** Colours are read once for all places: to ask the style sheet for each takes long. */
  function colours() {
    const known = new Map<string, string>();
    return (name: string) => {
      const value = known.get(name) ?? colour(name);
      known.set(name, value);
      return value;
    };
  }

  function paint() {
    const colourOf = colours();
    for (const [id, { shape, layer }] of drawn) {
      const isChosen = id === chosen;
      layer.setStyle({
        color: colourOf(isChosen ? 'chosen' : shape.look ? 'line' : 'faint'),
        weight: isChosen ? 4 : shape.look ? 1.5 : 1,
        fillColor: shape.look ? colourOf(shape.look.colour) : undefined,
        // Whole colours: what shows through would darken where the picture is drawn anew in part.
        fillOpacity: shape.look ? 1 : 0,
      });
      if (isChosen) layer.bringToFront();
    }
  }

  function sign() {
    signs.clearLayers();
    const view = map.getBounds();
    let count = 0;
    for (const { shape, layer } of drawn.values()) {
      const bounds = layer.getBounds();
      if (!shape.look?.sign || count >= mostSigns || !view.intersects(bounds)) continue;
      const [from, to] = [
        map.latLngToLayerPoint(bounds.getNorthWest()),
        map.latLngToLayerPoint(bounds.getSouthEast()),
      ];
      const hasRoom = Math.min(to.x - from.x, to.y - from.y) >= roomForSign;
      if (!hasRoom && !shape.look.isMarked) continue;
      count += 1;
      const text = document.createElement('span');
      text.textContent = shape.look.sign;
      const icon = divIcon({ className: 'map-sign', html: text, iconSize: [24, 24] });
      marker(layer.getCenter(), { icon, interactive: false, keyboard: false }).addTo(signs);
    }
  }
  map.on('moveend', sign);

  function boundsOf(ids: Iterable<string>): LatLngBounds | undefined {
    const all = [...ids].flatMap((id) => drawn.get(id)?.layer.getBounds() ?? []);
    return all.reduce<LatLngBounds | undefined>(
      (sum, bounds) => (sum ?? latLngBounds([])).extend(bounds),
      undefined,
    );
  }
  function frame(bounds: LatLngBounds | undefined) {
    if (bounds?.isValid()) map.fitBounds(bounds, { padding: [16, 16], animate: !isStill && isTouched });
  }
  const lookedAt = () => [...drawn].filter(([, { shape }]) => shape.look).map(([id]) => id);
  const whole = () => frame(boundsOf(lookedAt()) ?? boundsOf(drawn.keys()));

  /** The same places where they were: only their looks and names may have changed. */
  const isSame = (shapes: readonly Shape[]) =>
    shapes.length === drawn.size &&
    shapes.every(({ id, outline, look }) => {
      const known = drawn.get(id)?.shape;
      return known?.outline === outline && !known.look === !look;
    });

  function show(shapes: readonly Shape[]) {
    if (isSame(shapes)) {
      for (const shape of shapes) {
        const known = drawn.get(shape.id);
        if (!known) continue;
        known.shape = shape;
        known.layer.setTooltipContent(written(shape.name));
      }
      paint();
      sign();
      return;
    }
    behind.clearLayers();
    ahead.clearLayers();
    drawn = new Map(
      shapes.map((shape) => {
        const layer = polygon(latLngs(shape.outline), { interactive: shape.look !== undefined });
        if (shape.look) {
          // Where nothing hovers, the list says what was pressed.
          if (hovers) layer.bindTooltip(written(shape.name), { sticky: true, className: 'map-name' });
          layer.on('click', () => choose(shape.id));
        }
        return [shape.id, { shape, layer }];
      }),
    );
    for (const { shape, layer } of drawn.values()) layer.addTo(shape.look ? ahead : behind);
    paint();
    if (!isTouched) whole();
    sign();
  }

  const resized = new ResizeObserver(() => {
    map.invalidateSize();
    if (!isTouched) whole();
  });
  resized.observe(place);
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  dark.addEventListener('change', paint);

  return {
    show,
    whole,
    /** Marks one place; brings it into sight where that is asked for. */
    mark(id: string | undefined, intoSight: boolean) {
      chosen = id;
      paint();
      if (id === undefined || !intoSight) return;
      isTouched = true;
      frame(boundsOf([id])?.pad(1));
    },
    remove() {
      resized.disconnect();
      dark.removeEventListener('change', paint);
      map.remove();
    },
  };
}
export type DrawnMap = ReturnType<typeof drawMap>;
