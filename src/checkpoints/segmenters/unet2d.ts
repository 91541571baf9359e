import * as v from 'valibot';
import type { UNet2dConfig } from '../bundle/segmenter-configs.ts';
import { checkShapes } from './check-shapes.ts';
import type { SegmenterFormat, StateDictShapes } from './segmenter-format.ts';

const channels = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4096));

const schema = v.object({
  inputChannels: channels,
  outputChannels: channels,
  widths: v.pipe(v.array(channels), v.minLength(1), v.maxLength(8)),
  base: channels,
}) satisfies v.GenericSchema<UNet2dConfig>;

function tensorShapes({ inputChannels, outputChannels, widths, base }: UNet2dConfig) {
  const shapes = new Map<string, number[]>();
  const convolution = (name: string, inputs: number, outputs: number, kernel: number) => {
    shapes.set(`${name}.weight`, [outputs, inputs, kernel, kernel]);
    shapes.set(`${name}.bias`, [outputs]);
  };
  const pair = (name: string, inputs: number, outputs: number) => {
    convolution(`${name}.0`, inputs, outputs, 3);
    convolution(`${name}.1`, outputs, outputs, 3);
  };
  for (const [i, width] of widths.entries()) {
    pair(`encoders.${i}`, widths[i - 1] ?? inputChannels, width);
  }
  pair('base', widths[widths.length - 1], base);
  const falling = [...widths].reverse();
  for (const [i, width] of falling.entries()) {
    convolution(`upsamplers.${i}.1`, falling[i - 1] ?? base, width, 1);
    pair(`decoders.${i}`, 2 * width, width);
  }
  convolution('output', widths[0], outputChannels, 1);
  return shapes;
}

function configOf(shapes: StateDictShapes): UNet2dConfig {
  const widths: number[] = [];
  for (let i = 0; shapes.has(`encoders.${i}.0.weight`); i++) {
    widths.push(shapes.get(`encoders.${i}.0.weight`)?.[0] ?? 0);
  }
  return {
    inputChannels: shapes.get('encoders.0.0.weight')?.[1] ?? 0,
    outputChannels: shapes.get('output.weight')?.[0] ?? 0,
    widths,
    base: shapes.get('base.0.weight')?.[0] ?? 0,
  };
}

/** UNet2D-nuclei-broad of the BioImage Model Zoo and its like: names `encoders.*`, `base.*`, `decoders.*`. */
export const UNET2D: SegmenterFormat<'unet2d'> = {
  architecture: 'unet2d',
  schema,
  tensorShapes,
  recognises: (shapes) =>
    ['encoders.0.0.weight', 'upsamplers.0.1.weight', 'output.weight'].every((name) =>
      shapes.has(name),
    ),
  open(weights, shapes) {
    const config = configOf(shapes);
    checkShapes(shapes, tensorShapes(config));
    return { config, weights };
  },
};
