import type { Truncation } from '../../nn/stylegan/mapping.ts';
import * as tf from '../../nn/tf.ts';
import type { CaseReport, Tolerance } from '../case-report.ts';
import type { GoldenCase } from '../golden-case.ts';
import { planesOf } from './stylegan-layout.ts';

/** For w, from the sidecars. */
export const WS_TOLERANCE = { atol: 1e-5, rtol: 1e-5 };

/**
 * Layers and images: relative to the largest golden value; GPUs round differently. Trained weights amplify
 * rounding, and their own sidecar says 2e-4.
 */
function pixelTolerance(golden: GoldenCase, name: string): Tolerance {
  if (golden.config.snapshot) return { atol: 2e-4 };
  let largest = 1;
  for (const value of golden.peek(name).data) largest = Math.max(largest, Math.abs(value));
  return { atol: (tf.getBackend() === 'webgpu' ? 1e-4 : 2e-5) * largest };
}

/** Compares a map or an image, and disposes it; the golden may have its first channels only. */
export async function comparePixels(
  golden: GoldenCase,
  report: CaseReport,
  name: string,
  map: tf.Tensor4D,
): Promise<void> {
  const { shape } = golden.peek(name);
  report.compare(name, await planesOf(map, shape[1]), pixelTolerance(golden, name));
}

/** A golden `[N, n]` on the backend. */
export function rowsOf(golden: GoldenCase, name: string): tf.Tensor2D {
  const { shape, data } = golden.input(name);
  return tf.tensor2d(data as Float32Array, shape as [number, number]);
}

/** The truncation a name such as `psi0.7_cut4` stands for. */
export function truncationOf(suffix: string): Truncation {
  const [, psi, cutoff] = /^psi([\d.]+?)(?:_cut(\d+))?$/.exec(suffix) ?? [];
  return { psi: Number(psi), cutoff: cutoff === undefined ? null : Number(cutoff) };
}

/** The class vectors `name`; null when the case has none. */
export function classOf(golden: GoldenCase, name: string): tf.Tensor2D | null {
  return golden.has(name) ? rowsOf(golden, name) : null;
}
