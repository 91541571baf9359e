import type { ParityEntry } from '../registry.ts';
import { runU2NetCase } from './u2net/network-case.ts';

/** The case of U²-NetP. */
export const U2NET_CASES: ParityEntry[] = [{ matches: /^04_u2netp/, run: runU2NetCase }];
