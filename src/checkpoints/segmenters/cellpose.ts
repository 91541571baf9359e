import * as v from 'valibot';
import { CytoForgeError } from '../../errors.ts';
import type { CellposeConfig } from '../bundle/segmenter-configs.ts';
import type { TensorSource } from '../tensor-source.ts';
import { cellposeTensorShapes } from './cellpose-tensors.ts';
import { checkStateDict } from './check-state-dict.ts';
import type { SegmenterFormat, StateDictShapes } from './segmenter-format.ts';

/** What the oldest official files, which do not say it, were trained at. */
const DIAMETER_OF_CYTO = 30;
const WIDEST = 4096;
const DEEPEST = 8;

const width = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(WIDEST));
const diameter = v.pipe(v.number(), v.finite(), v.gtValue(0));
const numbers = v.array(v.pipe(v.number(), v.finite()));

function fitsStyle({ channels, sizeModel }: CellposeConfig): boolean {
  const style = channels[channels.length - 1];
  return (
    !sizeModel || [sizeModel.slope, sizeModel.styleMean].every(({ length }) => length === style)
  );
}

const schema = v.pipe(
  v.object({
    channels: v.pipe(v.array(width), v.minLength(2), v.maxLength(DEEPEST + 1)),
    diameter,
    labelsDiameter: v.optional(diameter),
    sizeModel: v.optional(
      v.object({
        slope: numbers,
        styleMean: numbers,
        diameterMean: diameter,
        intercept: v.pipe(v.number(), v.finite()),
      }),
    ),
  }),
  v.check(fitsStyle, 'a size model of as many numbers as the last scale has channels'),
) satisfies v.GenericSchema<CellposeConfig>;

function firstConvolution(scale: number): string {
  return `downsample.down.res_down_${scale}.conv.conv_0.2.weight`;
}

/** `nbase`, from the first convolution of every scale. */
function channelsOf(shapes: StateDictShapes): number[] {
  const channels: number[] = [];
  for (let scale = 0; scale <= DEEPEST; scale++) {
    const shape = shapes.get(firstConvolution(scale));
    if (shape?.length !== 4) break;
    if (scale === 0) channels.push(shape[1]);
    channels.push(shape[0]);
  }
  return channels;
}

function storedDiameter(weights: TensorSource, name: string): number | null {
  if (!weights.has(name)) return null;
  const [value] = weights.read(name).data;
  return Number.isFinite(value) && value > 0 ? value : null;
}

/** How checkpoints of classic Cellpose are read: `cyto*`, `nuclei`, `cyto3` and whatever its trainer wrote. */
export const CELLPOSE: SegmenterFormat<'cellpose'> = {
  architecture: 'cellpose',
  schema,
  tensorShapes: cellposeTensorShapes,
  recognises: (shapes) => shapes.has(firstConvolution(0)),
  open(weights, shapes) {
    const channels = channelsOf(shapes);
    if (channels.length < 2 || channels.some((count) => !(count >= 1 && count <= WIDEST))) {
      throw new CytoForgeError('wrong-architecture', 'This is no network of Cellpose’s.', {
        where: firstConvolution(0),
        found: `shape [${shapes.get(firstConvolution(0))?.join(', ')}]`,
        expected: 'a 3 × 3 convolution',
      });
    }
    const labelsDiameter = storedDiameter(weights, 'diam_labels');
    const config = {
      channels,
      diameter: storedDiameter(weights, 'diam_mean') ?? DIAMETER_OF_CYTO,
      ...(labelsDiameter === null ? {} : { labelsDiameter }),
    };
    checkStateDict(shapes, cellposeTensorShapes(config));
    return { config, weights };
  },
};
