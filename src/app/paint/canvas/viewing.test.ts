import { expect, it } from 'vitest';
import { FITTED, placeImage } from '../../stage/viewport.ts';
import { LARGEST_SCALE, reveal, toMap, toPanel, zoomMap } from './viewing.ts';

const panel = { width: 600, height: 400 };
const map = { width: 100, height: 100 };

it('goes from panel to map and back', () => {
  const place = placeImage(FITTED, panel, map);
  expect(toMap(place, { x: 102, y: 4 })).toEqual({ x: 0.5, y: 1 });
  expect(toPanel(place, { x: 0.5, y: 1 })).toEqual({ x: 102, y: 4 });
});

it('zooms to 64 times and keeps the point under the pointer', () => {
  const anchor = { x: 180, y: 90 };
  const under = toMap(placeImage(FITTED, panel, map), anchor);
  const zoomed = zoomMap(FITTED, 1000, panel, map, anchor);
  const place = placeImage(zoomed, panel, map);
  expect(place.scale).toBeCloseTo(LARGEST_SCALE, 9);
  expect(toMap(place, anchor).x).toBeCloseTo(under.x, 9);
  expect(toMap(place, anchor).y).toBeCloseTo(under.y, 9);
});

it('brings a point into view only when it is outside', () => {
  const close = { zoom: 8, x: 0.1, y: 0.1 };
  expect(reveal(close, panel, map, { x: 11, y: 9 })).toBe(close);
  expect(reveal(close, panel, map, { x: 80, y: 60 })).toEqual({ zoom: 8, x: 0.8, y: 0.6 });
});
