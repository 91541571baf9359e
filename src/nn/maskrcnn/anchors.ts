import type { Boxes, MapSize } from './boxes.ts';

function roundHalfToEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

/**
 * The anchors of one place, centred on the origin: for every ratio and size a box of area `size²` with corners rounded
 * to whole pixels (torchvision's `AnchorGenerator`, which rounds half to even).
 * @param ratios height over width
 * @returns `[ratios, sizes, 4]`
 */
export function cellAnchors(sizes: readonly number[], ratios: readonly number[]): Boxes {
  const corners = ratios.flatMap((ratio) => {
    const tall = Math.fround(Math.sqrt(ratio));
    const wide = Math.fround(1 / tall);
    return sizes.flatMap((size) => {
      const [height, width] = [Math.fround(tall * size), Math.fround(wide * size)];
      return [-width, -height, width, height].map((side) => roundHalfToEven(side / 2));
    });
  });
  return Float32Array.from(corners);
}

/**
 * The anchors of one level: those of one place, moved over the map in steps of its stride, without half a pixel.
 * @param cell anchors of one place (`cellAnchors`)
 * @returns `[H, W, anchors of a place, 4]`
 */
export function levelAnchors(cell: Boxes, map: MapSize, stride: MapSize): Boxes {
  const anchors = new Float32Array(map.height * map.width * cell.length);
  let at = 0;
  for (let y = 0; y < map.height; y++) {
    for (let x = 0; x < map.width; x++) {
      for (let i = 0; i < cell.length; i++) {
        anchors[at++] = cell[i] + (i % 2 === 0 ? x * stride.width : y * stride.height);
      }
    }
  }
  return anchors;
}

/**
 * The anchors of every level of the pyramid.
 * @param image size of the padded input, of which the strides follow
 * @param sizes side of a square anchor in pixels, one for every level
 */
export function pyramidAnchors(
  image: MapSize,
  maps: readonly MapSize[],
  sizes: readonly number[],
  ratios: readonly number[],
): Boxes[] {
  return maps.map((map, level) =>
    levelAnchors(cellAnchors([sizes[level]], ratios), map, {
      height: Math.floor(image.height / map.height),
      width: Math.floor(image.width / map.width),
    }),
  );
}
