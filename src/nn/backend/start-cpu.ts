import * as tf from '../tf.ts';
import { restoreBackend } from './backend-factories.ts';

/** Makes TensorFlow.js's plain JavaScript backend the current one: slow, exact, for comparison. */
export async function startCpu(): Promise<void> {
  await import('@tensorflow/tfjs-backend-cpu');
  restoreBackend('cpu');
  await tf.setBackend('cpu');
  await tf.ready();
  // Its advice to install the Node bindings would be printed with the first tensor.
  (tf.backend() as unknown as { firstUse: boolean }).firstUse = false;
}
