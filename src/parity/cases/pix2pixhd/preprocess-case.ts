import type { ByteImage } from '../../../imaging/image.ts';
import { type Resampling, resizePillow } from '../../../imaging/pillow-resize.ts';
import { normaliseImage } from '../../../nn/pix2pixhd/input-maps.ts';
import {
  type Preprocessing,
  parseResizeOrCrop,
  preprocessImage,
  preprocessInstances,
} from '../../../nn/pix2pixhd/preprocess.ts';
import type { CaseReport } from '../../case-report.ts';
import type { GoldenCase } from '../../golden-case.ts';
import { greyImageOf, instanceMapOf, planesOfImage } from './layout.ts';

interface TransformCase {
  index: number;
  src: string;
  resize_or_crop: string;
  loadSize: number;
  fineSize: number;
  crop_pos: [number, number];
  isTrain: boolean;
  flip: boolean;
  netG: 'global' | 'local';
  n_downsample_global: number;
  n_local_enhancers: number;
}

interface PreprocessConfig {
  cases: TransformCase[];
  pil_resizes: { index: number; size_wh: [number, number]; method: Resampling }[];
}

const EXACT = { atol: 0 };

function preprocessingOf(one: TransformCase): Preprocessing {
  const enhanced = one.netG === 'local' ? 2 ** one.n_local_enhancers : 1;
  return {
    mode: parseResizeOrCrop(one.resize_or_crop),
    loadSize: one.loadSize,
    fineSize: one.fineSize,
    cropPosition: one.crop_pos,
    flip: one.isTrain && one.flip,
    multiple: 2 ** one.n_downsample_global * enhanced,
  };
}

function rgbOf(golden: GoldenCase, source: string): ByteImage {
  const { shape, data } = golden.input(`${source}.image_hwc_u8`);
  const [height, width] = shape;
  return { width, height, channels: 3, data: Uint8Array.from(data) };
}

/** Every mode of `get_transform`, and Pillow's resizes themselves, all to the bit. */
export async function runPreprocessCase(golden: GoldenCase, report: CaseReport): Promise<void> {
  const config = golden.config as unknown as PreprocessConfig;
  for (const one of config.cases) {
    const name = `case${String(one.index).padStart(3, '0')}`;
    const options = preprocessingOf(one);
    const image = preprocessImage(rgbOf(golden, one.src), options);
    report.compare(`${name}.image`, planesOfImage(normaliseImage(image, 3)), EXACT);
    const labels = greyImageOf(golden.input(`${one.src}.label_u8`));
    report.compare(`${name}.label`, preprocessImage(labels, options, 'nearest').data, EXACT);
    const instances = instanceMapOf(golden.input(`${one.src}.inst_i32`));
    report.compare(`${name}.inst`, preprocessInstances(instances, options).data, EXACT);
  }
  for (const { index, size_wh, method } of config.pil_resizes) {
    const name = `pil${String(index).padStart(3, '0')}`;
    const [width, height] = size_wh;
    const rgb = resizePillow(rgbOf(golden, 'a'), width, height, method);
    report.compare(`${name}.rgb`, rgb.data, EXACT);
    if (!golden.has(`${name}.label`)) continue;
    const labels = resizePillow(greyImageOf(golden.input('a.label_u8')), width, height, method);
    report.compare(`${name}.label`, labels.data, EXACT);
  }
}
