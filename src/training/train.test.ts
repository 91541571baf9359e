import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useBackend } from '../nn/backend/use-backend.ts';
import * as tf from '../nn/tf.ts';
import { PLAIN_CROPS } from './data/augmentation.ts';
import { splitSet } from './data/split-set.ts';
import { brightDiscs } from './fixtures/bright-discs.ts';
import { memoryStore } from './fixtures/memory-store.ts';
import { pixelNetwork } from './fixtures/pixel-network.ts';
import { ADAM } from './optimizers/optimizer.ts';
import { recalibrateStatistics } from './recalibrate-statistics.ts';
import { LATEST, LOG, takeBestWeights, train } from './train.ts';
import type { TrainingOptions } from './training-options.ts';

const OPTIONS: TrainingOptions = {
  seed: 5,
  steps: 24,
  batchSize: 4,
  augmentation: { ...PLAIN_CROPS, size: 16, rotation: 'quarter', flips: true },
  optimizer: ADAM,
  learningRate: { peak: 0.05, warmup: 2, decay: 'cosine', floor: 0 },
  longestGradient: 1,
  validationShare: 0.25,
  validateEvery: 8,
  logEvery: 4,
};

const DATA = splitSet(brightDiscs(8, 24), OPTIONS.validationShare, OPTIONS.seed);

async function weightsOf(network: ReturnType<typeof pixelNetwork>) {
  const weights = await network.readWeights();
  return [...weights].map(([name, { data }]) => [name, [...data]]);
}

function linesOf(store: ReturnType<typeof memoryStore>) {
  const text = new TextDecoder().decode(store.files.get(LOG));
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe.each(['cpu', 'wasm'] as const)('a training on %s', (backend) => {
  beforeAll(() => useBackend(backend));
  beforeEach(() => expect(tf.memory().numTensors).toBe(0));

  it('learns, logs, keeps the best weights, and frees all it took', async () => {
    const store = memoryStore();
    const network = pixelNetwork(1);
    const { steps, best } = await train(network, DATA, OPTIONS, store);
    expect(steps).toBe(24);
    const lines = linesOf(store);
    const losses = lines.filter(({ loss }) => loss !== undefined);
    expect(losses.map(({ step }) => step)).toEqual([4, 8, 12, 16, 20, 24]);
    expect(losses[5].loss).toBeLessThan(losses[0].loss / 2);
    expect(losses[0].foreground).toBeCloseTo(losses[0].loss);
    const validations = lines.filter(({ validationLoss }) => validationLoss !== undefined);
    expect(Math.min(...validations.map(({ validationLoss }) => validationLoss))).toBe(best);
    const taken = pixelNetwork(2);
    expect((await takeBestWeights(taken, store)).best).toBe(best);
    taken.dispose();
    network.dispose();
    expect(tf.memory().numTensors).toBe(0);
  });

  it('ends where it would have ended when it is stopped and goes on', async () => {
    const whole = pixelNetwork(1);
    await train(whole, DATA, OPTIONS, memoryStore());
    const store = memoryStore();
    const first = pixelNetwork(1);
    const stop = new AbortController();
    const onStep = (step: number) => step === 10 && stop.abort();
    const halted = await train(first, DATA, OPTIONS, store, { signal: stop.signal, onStep });
    expect(halted.steps).toBe(10);
    const second = pixelNetwork(99);
    await train(second, DATA, OPTIONS, store);
    expect(await weightsOf(second)).toEqual(await weightsOf(whole));
    for (const network of [whole, first, second]) network.dispose();
  });

  it('gives batch norms the statistics of larger examples, weights as they were', () => {
    const network = pixelNetwork(1);
    const before = network.parameters['conv.weight'].dataSync()[0];
    const held = tf.memory().numTensors;
    const bright = DATA.training.map((image) => ({
      ...image,
      image: { ...image.image, data: image.image.data.map(() => 3) },
    }));
    recalibrateStatistics(network, bright, { size: 24, examples: 60 }, 1);
    const [mean, variance] = ['bn.running_mean', 'bn.running_var'].map(
      (name) => network.statistics[name].dataSync()[0],
    );
    expect(mean).toBeGreaterThan(2);
    expect(variance).toBeLessThan(0.5);
    expect(network.parameters['conv.weight'].dataSync()[0]).toBe(before);
    expect(tf.memory().numTensors).toBe(held);
    network.dispose();
  });

  it('judges anew when it goes on with examples of another size', async () => {
    const store = memoryStore();
    const network = pixelNetwork(1);
    const { best } = await train(network, DATA, OPTIONS, store);
    const larger = { ...OPTIONS.augmentation, size: 20 };
    const options = {
      ...OPTIONS,
      steps: 25,
      augmentation: larger,
      learningRate: { ...OPTIONS.learningRate, peak: 2 },
    };
    const going = await train(network, DATA, options, store);
    expect(going).toMatchObject({ steps: 25, exampleSize: 20 });
    expect((await takeBestWeights(network, store)).best).toBe(going.best);
    expect(going.best).not.toBe(best);
    network.dispose();
  });

  it('refuses to go on from a checkpoint of other options', async () => {
    const store = memoryStore();
    const network = pixelNetwork(1);
    await train(network, DATA, { ...OPTIONS, steps: 1 }, store);
    const sgd = { kind: 'sgd', momentum: 0.9, weightDecay: 0 } as const;
    const going = train(network, DATA, { ...OPTIONS, optimizer: sgd }, store);
    await expect(going).rejects.toMatchObject({ code: 'missing-tensor' });
    network.dispose();
  });

  it('stops at a loss that is no number, and keeps the checkpoint before it', async () => {
    const store = memoryStore();
    const network = pixelNetwork(1);
    await train(network, DATA, { ...OPTIONS, steps: 2 }, store);
    const before = store.files.get(LATEST);
    const broken = { ...DATA.training[0], image: { ...DATA.training[0].image } };
    broken.image.data = broken.image.data.map(() => Number.NaN);
    const data = { ...DATA, training: [broken] };
    await expect(train(network, data, OPTIONS, store)).rejects.toMatchObject({ code: 'internal' });
    expect(store.files.get(LATEST)).toBe(before);
    network.dispose();
    expect(tf.memory().numTensors).toBe(0);
  });
});
