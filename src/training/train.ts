import { CytoForgeError } from '../errors.ts';
import { prepareGradients } from '../nn/backend/gradients/prepare-gradients.ts';
import { readCheckpoint, type TrainingProgress, writeCheckpoint } from './checkpoint.ts';
import type { AnnotatedImage } from './data/annotated-image.ts';
import { drawExample } from './data/draw-example.ts';
import { exampleOrder, exampleStream } from './data/example-order.ts';
import { learningRateAt } from './learning-rate.ts';
import { createOptimizer } from './optimizers/create-optimizer.ts';
import type { NamedVariables, TrainableNetwork } from './trainable-network.ts';
import { createTrainingLog } from './training-log.ts';
import type { TrainingOptions } from './training-options.ts';
import { type StepReport, takeStep } from './training-step.ts';
import type { TrainingStore } from './training-store.ts';
import { validationLoss } from './validation-loss.ts';

/** Files of a training. */
export const LATEST = 'latest.npz';
export const BEST = 'best.npz';
export const LOG = 'stats.jsonl';

/** Images that a network learns from and is judged by, as it wants them. */
export interface TrainingData {
  training: readonly AnnotatedImage[];
  validation: readonly AnnotatedImage[];
}

/** What accompanies a training. */
export interface TrainingHooks {
  signal?: AbortSignal;
  onStep?: (step: number, report: StepReport) => void;
}

function prefixed(prefix: string, variables: NamedVariables): NamedVariables {
  return Object.fromEntries(
    Object.entries(variables).map(([name, variable]) => [`${prefix}/${name}`, variable]),
  );
}

/** The variables of a network that its weights are made of. */
function networkVariables({ parameters, statistics }: TrainableNetwork): NamedVariables {
  return { ...prefixed('parameters', parameters), ...prefixed('statistics', statistics) };
}

/**
 * Trains a network, or goes on where the store's checkpoint left off: the result is the same. Writes a checkpoint and
 * validates every `validateEvery` steps and at the end, keeps the best weights (`BEST`), and logs to `LOG`.
 * @returns How far it came; it stops early at a signal, after a checkpoint.
 * @throws CytoForgeError `internal` when the loss is no number any more; what the store and the backend throw.
 */
export async function train(
  network: TrainableNetwork,
  data: TrainingData,
  options: TrainingOptions,
  store: TrainingStore,
  { signal, onStep }: TrainingHooks = {},
): Promise<TrainingProgress> {
  await prepareGradients();
  const optimizer = createOptimizer(options.optimizer, network.parameters);
  const kept = { ...networkVariables(network), ...prefixed('optimizer', optimizer.state) };
  const log = createTrainingLog(store, LOG);
  const imageAt = exampleOrder(options.seed, data.training.length);
  try {
    const exampleSize = options.augmentation.size;
    let progress: TrainingProgress = { steps: 0, best: Number.POSITIVE_INFINITY, exampleSize };
    const checkpoint = await store.read(LATEST);
    if (checkpoint) progress = readCheckpoint(checkpoint, LATEST, kept);
    if (progress.exampleSize !== exampleSize) {
      progress = { ...progress, best: Number.POSITIVE_INFINITY, exampleSize };
    }
    while (progress.steps < options.steps && !signal?.aborted) {
      const step = progress.steps;
      const examples = Array.from({ length: options.batchSize }, (_, i) => {
        const position = step * options.batchSize + i;
        const image = data.training[imageAt(position)];
        return drawExample(image, options.augmentation, exampleStream(options.seed, position));
      });
      const learningRate = learningRateAt(options.learningRate, step, options.steps);
      const report = takeStep(network, optimizer, examples, {
        learningRate,
        iteration: step + 1,
        longestGradient: options.longestGradient,
      });
      if (!Number.isFinite(report.loss)) {
        throw new CytoForgeError('internal', 'The loss is no number any more.', {
          where: `step ${step + 1}`,
          found: String(report.loss),
          hint: 'Train with a lower learning rate.',
        });
      }
      // Signals are heard only between turns of the event loop.
      await new Promise((resolve) => setTimeout(resolve, 0));
      progress.steps = step + 1;
      log.add(report);
      onStep?.(progress.steps, report);
      const isLast = progress.steps === options.steps || signal?.aborted === true;
      if (progress.steps % options.logEvery === 0 || isLast) await log.write(progress.steps);
      if (progress.steps % options.validateEvery === 0 || isLast) {
        const loss = validationLoss(network, data.validation, options);
        await log.writeValidation(progress.steps, loss);
        // Without images to judge by, the last weights are the best.
        if (Number.isNaN(loss) || loss < progress.best) {
          progress.best = loss;
          await store.replace(BEST, await writeCheckpoint(progress, networkVariables(network)));
        }
        await store.replace(LATEST, await writeCheckpoint(progress, kept));
      }
    }
    return progress;
  } finally {
    optimizer.dispose();
  }
}

/**
 * Puts the weights of the best validation into a network.
 * @throws CytoForgeError `missing-tensor` when nothing was kept yet, `wrong-architecture`.
 */
export async function takeBestWeights(
  network: TrainableNetwork,
  store: TrainingStore,
): Promise<TrainingProgress> {
  const best = await store.read(BEST);
  if (best) return readCheckpoint(best, BEST, networkVariables(network));
  throw new CytoForgeError('missing-tensor', 'The training has kept no weights yet.', {
    where: BEST,
  });
}
