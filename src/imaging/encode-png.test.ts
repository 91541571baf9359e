import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CytoForgeError } from '../errors.ts';
import { decodeLabelPng, decodePng } from './decode-png.ts';
import { encodeGreyPng, encodeLabelPng, encodeRgbPng } from './encode-png.ts';

const side = fc.integer({ min: 1, max: 9 });

it('writes grey images that read back unchanged', () => {
  fc.assert(
    fc.property(side, side, fc.nat(255), (width, height, level) => {
      const data = Uint8Array.from({ length: width * height }, (_, i) => (i * 37 + level) % 256);
      const image = { width, height, channels: 1 as const, data };
      expect(decodePng(encodeGreyPng(image))).toEqual({ image, notices: [] });
    }),
  );
});

it('writes colour images that read back unchanged', () => {
  const data = Uint8Array.from({ length: 5 * 4 * 3 }, (_, i) => (i * 91) % 256);
  const image = { width: 5, height: 4, channels: 3 as const, data };
  expect(decodePng(encodeRgbPng(image))).toEqual({ image, notices: [] });
});

it('writes label maps whose ids read back unchanged', () => {
  const labels = { width: 3, height: 2, data: Uint16Array.of(0, 1, 255, 256, 40000, 65535) };
  expect(decodeLabelPng(encodeLabelPng(labels))).toEqual(labels);
});

it('refuses the wrong number of channels', () => {
  const rgb = { width: 1, height: 1, channels: 3 as const, data: new Uint8Array(3) };
  const grey = { width: 1, height: 1, channels: 1 as const, data: new Uint8Array(1) };
  expect(() => encodeGreyPng(rgb)).toThrow(CytoForgeError);
  expect(() => encodeRgbPng(grey)).toThrow(CytoForgeError);
});
