import { expect, it } from 'vitest';
import { memoryGoldenFolder, writeSafetensors } from '../memory-golden-folder.ts';
import { runParity } from '../run-parity.ts';
import { NEGATIVE_FILE_CASES } from './negative-files.ts';

const CALLS_A_SHELL = new TextEncoder().encode("cos\nsystem\n(S'echo'\ntR.");

async function check(files: Record<string, Uint8Array>) {
  const sidecar = {
    case: '99_negative_files',
    data: Object.fromEntries(Object.keys(files).map((name) => [name, ''])),
  };
  const folder = memoryGoldenFolder({ ...files, '99_negative_files.json': sidecar });
  return (await runParity(folder, NEGATIVE_FILE_CASES).next()).value;
}

it('passes files that are refused', async () => {
  const outcome = await check({
    '99_neg_malicious.pkl': CALLS_A_SHELL,
    '99_neg_empty.pkl': new Uint8Array(),
    '99_neg_header.safetensors': Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 1),
  });
  expect(outcome).toMatchObject({ status: 'passed' });
});

it('fails when a file is taken, or a harmful one is refused for another reason', async () => {
  const good = writeSafetensors({ x: { dtype: 'U8', shape: [1], data: Uint8Array.of(1) } });
  expect((await check({ '99_neg_good.safetensors': good })).status).toBe('failed');
  expect((await check({ '99_neg_malicious.pkl': new Uint8Array() })).status).toBe('failed');
});
