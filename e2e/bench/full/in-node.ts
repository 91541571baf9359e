import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Figures of `node-step.ts`; which ones depends on the step. */
export type NodeFigures = Record<string, number> & { peakBytes: number };

const STEP = 'e2e/bench/full/node-step.ts';

/** Runs one step in a fresh process. */
export async function nodeStep(
  step: 'convert' | 'run',
  from: string,
  to: string,
): Promise<NodeFigures> {
  const tsx = ['--import', 'tsx', STEP, step, from, to];
  const { stdout } = await promisify(execFile)(process.execPath, tsx);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}
