import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { reportParity } from '../../src/cli/parity.ts';

const GOLDENS = fileURLToPath(new URL('../../src/parity/fixtures/goldens', import.meta.url));

/** Stock programs, our own filter programs at odd sizes, and a network that is a graph. */
const CASES = ['02_op_bias_act', '02_op_filtered_lrelu_wide', '03_p2p_local', '04_mesmer_network'];

for (const only of CASES) {
  test(`the parity command runs ${only} on WebGPU in a browser of its own`, async () => {
    const lines: string[] = [];
    const flags = { precision: 'float32', hardware: false, json: false } as const;
    const good = await reportParity(GOLDENS, { ...flags, backend: 'webgpu', only }, (line) =>
      lines.push(line),
    );
    expect(lines.at(-1)).toBe('1 passed, 0 failed, 0 skipped');
    expect(good).toBe(true);
  });
}
