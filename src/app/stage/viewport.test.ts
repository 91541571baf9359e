import { describe, expect, it } from 'vitest';
import { atActualSize, FITTED, panBy, pixelAt, placeImage, zoomAt } from './viewport.ts';

const panel = { width: 600, height: 400 };
const image = { width: 100, height: 100 };

describe('the viewport', () => {
  it('fits and centres the sample', () => {
    expect(placeImage(FITTED, panel, image)).toEqual({ scale: 4, left: 100, top: 0 });
  });

  it('names the pixel under a point, and none outside', () => {
    expect(pixelAt(FITTED, panel, image, { x: 100, y: 0 })).toEqual({ x: 0, y: 0 });
    expect(pixelAt(FITTED, panel, image, { x: 499.9, y: 399.9 })).toEqual({ x: 99, y: 99 });
    expect(pixelAt(FITTED, panel, image, { x: 99, y: 10 })).toBeNull();
    expect(pixelAt(FITTED, panel, image, { x: 501, y: 10 })).toBeNull();
  });

  it('keeps the pixel under the pointer while zooming', () => {
    const anchor = { x: 180, y: 90 };
    const before = pixelAt(FITTED, panel, image, anchor);
    const zoomed = zoomAt(FITTED, 3, panel, image, anchor);
    expect(zoomed.zoom).toBe(3);
    expect(pixelAt(zoomed, panel, image, anchor)).toEqual(before);
    expect(zoomAt(zoomed, 1 / 3, panel, image, anchor).x).toBeCloseTo(FITTED.x, 9);
  });

  it('moves with the pointer and stops when the edge is in the middle', () => {
    const moved = panBy(FITTED, 40, -20, panel, image);
    expect(placeImage(moved, panel, image).left).toBeCloseTo(140, 9);
    expect(placeImage(moved, panel, image).top).toBeCloseTo(-20, 9);
    expect(panBy(FITTED, 1e6, 1e6, panel, image)).toEqual({ zoom: 1, x: 0, y: 0 });
  });

  it('shows one pixel as one pixel', () => {
    expect(placeImage(atActualSize(FITTED, panel, image), panel, image).scale).toBe(1);
  });
});
