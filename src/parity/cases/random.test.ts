import { expect, it } from 'vitest';
import { memoryGoldenFolder, writeSafetensors } from '../memory-golden-folder.ts';
import { runParity } from '../run-parity.ts';
import { RANDOM_CASES } from './random.ts';

const NAME = '01_numpy_randomstate';

/** First draws of NumPy's RandomState(0), as the golden set lays them out. */
function numpyFolder(permutation: number[]) {
  const randn = [1.764052345967664, 0.4001572083672233, 0.9787379841057392];
  return memoryGoldenFolder({
    [`${NAME}.safetensors`]: writeSafetensors({
      'z.0.3': { dtype: 'F32', shape: [1, 3], data: Float32Array.from(randn) },
    }),
    [`${NAME}.json`]: {
      case: NAME,
      safetensors: `${NAME}.safetensors`,
      data: {
        randn: { '0/3': randn },
        uniform: {
          '0': { rand2: [0.5488135039273248, 0.7151893663724195], note: 'fresh state each' },
        },
        randint: {
          '0': { calls: ['randint(10)', 'randint(0,7,size=3)'], results: [5, [0, 3, 3]] },
        },
        mixed: { '0': { calls: ['randn(3)'], results: [randn] } },
        shuffle: { '0': { permutation_10: permutation, choice_20_2_noreplace: [2, 15] } },
      },
    },
  });
}

it('passes what NumPy drew', async () => {
  const run = runParity(numpyFolder([2, 8, 4, 9, 1, 6, 7, 3, 0, 5]), RANDOM_CASES);
  const { value } = await run.next();
  expect(value).toMatchObject({ status: 'passed', missing: [] });
});

it('fails another permutation', async () => {
  const { value } = await runParity(
    numpyFolder([2, 8, 4, 9, 1, 6, 7, 3, 5, 0]),
    RANDOM_CASES,
  ).next();
  expect(value.status).toBe('failed');
});
