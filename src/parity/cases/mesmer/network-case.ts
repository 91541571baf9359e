import type { MesmerConfig } from '../../../checkpoints/bundle/segmenter-configs.ts';
import type { TensorSource } from '../../../checkpoints/tensor-source.ts';
import { readTensor } from '../../../nn/backend/read-tensor.ts';
import { loadPanopticNet } from '../../../nn/mesmer/load-panoptic-net.ts';
import * as tf from '../../../nn/tf.ts';
import type { CaseReport } from '../../case-report.ts';
import type { GoldenCase } from '../../golden-case.ts';

function weightsOf(golden: GoldenCase, prefix: string): TensorSource {
  const names = golden.tensorNames().filter((name) => name.startsWith(prefix));
  return {
    names: () => names.map((name) => name.slice(prefix.length)),
    has: (name) => golden.has(prefix + name),
    read(name) {
      const { shape, data } = golden.input(prefix + name);
      return { shape: [...shape], data: Float32Array.from(data) };
    },
  };
}

/** PanopticNets of the sidecar's configurations: all their heads. */
export async function checkNetworks(golden: GoldenCase, report: CaseReport): Promise<void> {
  const configs = golden.config as unknown as Record<string, MesmerConfig>;
  for (const [name, config] of Object.entries(configs)) {
    const network = loadPanopticNet(config, weightsOf(golden, `${name}.weights.`));
    const { shape, data } = golden.input(`${name}.image`);
    const image = Float32Array.from(data);
    const size = shape as [number, number, number, number];
    const heads = tf.tidy(() => network.run(tf.tensor4d(image, size)));
    for (const [i, head] of heads.entries()) {
      report.compare(`${name}.head${i}`, await readTensor(head), { atol: 1e-4 });
    }
    tf.dispose(heads);
    network.dispose();
  }
}
