import type { ParityEntry } from '../registry.ts';
import { runNetworkCase } from './cellpose/network-case.ts';

/** The cases of classic Cellpose: network, preparation of images, and masks from flows. */
export const CELLPOSE_CASES: ParityEntry[] = [{ matches: /^04_cpnet/, run: runNetworkCase }];
