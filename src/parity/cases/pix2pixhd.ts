import type { ParityEntry } from '../registry.ts';
import { runGlobalCase } from './pix2pixhd/global-case.ts';
import { runNucleiCase, runSpotsCase } from './pix2pixhd/infer-case.ts';
import { runLocalCase } from './pix2pixhd/local-case.ts';
import { runModelCase } from './pix2pixhd/model-case.ts';
import { runPreprocessCase } from './pix2pixhd/preprocess-case.ts';

/** The pix2pixHD cases: networks, inputs, preprocessing and the demo models. */
export const PIX2PIXHD_CASES: ParityEntry[] = [
  { matches: /^03_p2p_global/, run: runGlobalCase },
  { matches: /^03_p2p_local/, run: runLocalCase },
  { matches: /^03_p2p_model/, run: runModelCase },
  { matches: /^03_p2p_preprocess/, run: runPreprocessCase },
  { matches: /^03_p2p_infer_nuclei/, run: runNucleiCase },
  { matches: /^03_p2p_infer_spots/, run: runSpotsCase },
];
