import { expect, it } from 'vitest';
import { scaleSpots } from './scale-spots.ts';
import { NO_SPOTS } from './spots-presets.ts';

const SPOTS = {
  ...NO_SPOTS,
  clusters: [
    { x: 9.5, y: 31.5, count: 7, sigmaMajor: 6, sigmaMinor: 2, angleDegrees: 30, stream: 4 },
  ],
  scatters: [{ region: 'cells' as const, density: 8 }],
  radius: { from: 1, to: 2 },
};

it('keeps places as shares of the sides, and as many spots', () => {
  const scaled = scaleSpots(SPOTS, { width: 64, height: 64 }, { width: 128, height: 128 });
  expect(scaled.clusters).toEqual([
    { x: 19.5, y: 63.5, count: 7, sigmaMajor: 12, sigmaMinor: 4, angleDegrees: 30, stream: 4 },
  ]);
  expect(scaled.scatters).toEqual([{ region: 'cells', density: 2 }]);
  expect(scaled.radius).toEqual({ from: 2, to: 4 });
  expect(scaled.intensity).toEqual(SPOTS.intensity);
});

it('goes back to what it was', () => {
  const [small, large] = [
    { width: 64, height: 48 },
    { width: 192, height: 144 },
  ];
  expect(scaleSpots(scaleSpots(SPOTS, small, large), large, small)).toEqual(SPOTS);
});
