import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTiffPage } from './decode-tiff.ts';
import { encodeImageTiff, encodeLabelTiff } from './encode-tiff.ts';
import { readIdMap } from './read-id-map.ts';

const side = fc.integer({ min: 1, max: 9 });

describe('the TIFF writer', () => {
  it('writes grey and RGB images that another library reads back', () => {
    fc.assert(
      fc.property(
        side,
        side,
        fc.constantFrom(1 as const, 3 as const),
        fc.infiniteStream(fc.nat(255)),
        (width, height, channels, levels) => {
          const data = Uint8Array.from(
            { length: width * height * channels },
            () => levels.next().value as number,
          );
          const page = readTiffPage(encodeImageTiff({ width, height, channels, data }), 'x.tif');
          expect([page.width, page.height, page.samplesPerPixel, page.bitsPerSample]).toEqual([
            width,
            height,
            channels,
            8,
          ]);
          expect([...page.data]).toEqual([...data]);
        },
      ),
    );
  });

  it('writes ids above 255 as they are', () => {
    const data = Uint16Array.of(0, 1, 300, 65_535, 256, 7);
    const map = readIdMap(encodeLabelTiff({ width: 3, height: 2, data }), 'x.tif');
    expect(map).toMatchObject({ width: 3, height: 2, bits: 16 });
    expect([...map.data]).toEqual([...data]);
  });

  it('leaves alpha out', () => {
    const data = Uint8Array.of(1, 2, 3, 255, 4, 5, 6, 0);
    const file = encodeImageTiff({ width: 2, height: 1, channels: 4, data });
    expect([...readTiffPage(file, 'x.tif').data]).toEqual([1, 2, 3, 4, 5, 6]);
  });
});
