import type { ParityEntry } from '../registry.ts';
import { CELLPOSE_CASES } from './cellpose.ts';
import { CELLPROFILER_CASES } from './cellprofiler.ts';
import { EVALUATION_CASES } from './evaluation.ts';
import { IMAGE_OPS_CASES } from './image-ops.ts';
import { MASKRCNN_CASES } from './maskrcnn.ts';
import { MESMER_CASES } from './mesmer.ts';
import { NEGATIVE_FILE_CASES } from './negative-files.ts';
import { PIX2PIXHD_CASES } from './pix2pixhd.ts';
import { RANDOM_CASES } from './random.ts';
import { STYLEGAN_OPS_CASES } from './stylegan-ops.ts';
import { STYLEGAN2_CASES } from './stylegan2.ts';
import { STYLEGAN3_CASES } from './stylegan3.ts';
import { STYLEGAN3_DESIGN_CASES } from './stylegan3-design.ts';
import { U2NET_CASES } from './u2net.ts';

/** Every case runner of the project. */
export const PARITY_CASES: ParityEntry[] = [
  ...RANDOM_CASES,
  ...PIX2PIXHD_CASES,
  ...STYLEGAN_OPS_CASES,
  ...STYLEGAN3_DESIGN_CASES,
  ...STYLEGAN2_CASES,
  ...STYLEGAN3_CASES,
  ...IMAGE_OPS_CASES,
  ...CELLPROFILER_CASES,
  ...MESMER_CASES,
  ...MASKRCNN_CASES,
  ...U2NET_CASES,
  ...NEGATIVE_FILE_CASES,
  ...CELLPOSE_CASES,
  ...EVALUATION_CASES,
];
