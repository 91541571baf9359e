import type { ParityEntry } from '../registry.ts';
import { runDynamicsCase } from './cellpose/dynamics-case.ts';
import { runNetworkCase } from './cellpose/network-case.ts';
import { runPreparationCase } from './cellpose/preparation-case.ts';

/** The cases of classic Cellpose: network, preparation of images, and masks from flows. */
export const CELLPOSE_CASES: ParityEntry[] = [
  { matches: /^04_cpnet/, run: runNetworkCase },
  { matches: /^04_cellpose_preproc/, run: runPreparationCase },
  { matches: /^04_cellpose_dynamics/, run: runDynamicsCase },
];
