import { readTensor } from '../../../nn/backend/read-tensor.ts';
import * as tf from '../../../nn/tf.ts';
import type { CaseReport, Tolerance } from '../../case-report.ts';
import type { GoldenCase } from '../../golden-case.ts';

/** A golden `[N, C, H, W]` input as `[N, H, W, C]`. */
export function inputOf(golden: GoldenCase, name: string): tf.Tensor4D {
  const { shape, data } = golden.input(name);
  const planes = shape as [number, number, number, number];
  return tf.tidy(() => tf.transpose(tf.tensor4d(Float32Array.from(data), planes), [0, 2, 3, 1]));
}

/** The golden's channels (activations may be cut to the first three) in its own order. */
export function planesLike(golden: GoldenCase, name: string, output: tf.Tensor4D): tf.Tensor4D {
  const channels = golden.peek(name).shape[1];
  return tf.tidy(() =>
    tf.transpose(tf.slice(output, [0, 0, 0, 0], [-1, -1, -1, channels]), [0, 3, 1, 2]),
  );
}

/** Compares an output, which stays the caller's, with the golden tensor `name`. */
export async function compareOutput(
  golden: GoldenCase,
  report: CaseReport,
  name: string,
  output: tf.Tensor4D,
  tolerance: Tolerance,
): Promise<void> {
  const planes = planesLike(golden, name, output);
  report.compare(name, await readTensor(planes), tolerance);
  planes.dispose();
}
