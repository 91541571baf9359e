import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { reportParity } from '../../src/cli/parity.ts';

const GOLDENS = fileURLToPath(new URL('../../src/parity/fixtures/goldens', import.meta.url));

test('the parity command runs the goldens on WebGPU in a browser of its own', async () => {
  const lines: string[] = [];
  const flags = { precision: 'float32', hardware: false, json: false } as const;
  const good = await reportParity(
    GOLDENS,
    { ...flags, backend: 'webgpu', only: '02_op_bias_act' },
    (line) => lines.push(line),
  );
  expect(lines.at(-1)).toBe('1 passed, 0 failed, 0 skipped');
  expect(good).toBe(true);
});
