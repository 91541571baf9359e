import { type Command, Option } from 'commander';
import { openLabelSet } from '../dataset/real/label-set.ts';
import { CytoForgeError } from '../errors.ts';
import { csvText } from '../evaluation/csv-text.ts';
import { evaluationCells, evaluationHeader } from '../evaluation/evaluation-columns.ts';
import { FIGURE_DEFINITIONS, figuresOf } from '../evaluation/figures.ts';
import { evaluateImage, type ImageEvaluation } from '../evaluation/image-evaluation.ts';
import { EVALUATION_THRESHOLDS } from '../evaluation/matching/match-counts.ts';
import { summariseImages } from '../evaluation/set-evaluation.ts';
import { APP_VERSION } from '../version.ts';
import { evaluationTable } from './evaluation-table.ts';
import { type LabelPair, pairLabelSets } from './pair-label-sets.ts';
import { progressLine } from './progress-line.ts';
import { realFolderAt } from './real-source.ts';
import { untilInterrupted } from './until-interrupted.ts';

interface EvaluateOptions {
  truth: string;
  pred: string;
  common?: boolean;
  json?: boolean;
  csv?: boolean;
}

interface EvaluatedImage {
  name: string;
  evaluation: ImageEvaluation;
}

async function evaluatePair({ name, truth, predicted }: LabelPair): Promise<EvaluatedImage> {
  const [trueLabels, predictedLabels] = [await truth.readLabels(), await predicted.readLabels()];
  try {
    return { name, evaluation: evaluateImage(trueLabels, predictedLabels, null) };
  } catch (cause) {
    if (!(cause instanceof CytoForgeError)) throw cause;
    throw new CytoForgeError(cause.code, cause.message, { ...cause.details, where: name }, cause);
  }
}

/**
 * Compares the label maps of two folders or ZIPs, paired by name.
 * @throws CytoForgeError `bad-option` for maps without a partner; `bad-image` for one that cannot be read or differs in
 * size from its partner, naming it; `io`, `cancelled`.
 */
export async function evaluateFolders(
  options: EvaluateOptions,
  stop: AbortSignal,
): Promise<EvaluatedImage[]> {
  const truth = await openLabelSet(await realFolderAt(options.truth));
  const predicted = await openLabelSet(await realFolderAt(options.pred));
  const pairs = pairLabelSets(truth, predicted, options.common ?? false);
  const progress = progressLine(pairs.length, 'images');
  const images: EvaluatedImage[] = [];
  try {
    for (const pair of pairs) {
      if (stop.aborted) throw new CytoForgeError('cancelled', 'Cancelled.');
      images.push(await evaluatePair(pair));
      progress.show(images.length, images.length);
    }
  } finally {
    progress.clear();
  }
  return images;
}

/** All figures with what must be known to compute them again. */
function jsonOf(images: readonly EvaluatedImage[], { truth, pred }: EvaluateOptions): string {
  const set = summariseImages(images.map(({ evaluation }) => evaluation));
  const protocol = {
    program: `CytoForge ${APP_VERSION}`,
    ...{ truth, predicted: pred, thresholds: EVALUATION_THRESHOLDS, figures: FIGURE_DEFINITIONS },
    pooled: 'of counts summed over images, every object weighs the same',
    perImage: 'means of the figures of images, leaving out images where one is not defined (null)',
    errors: 'deepcell_toolbox ObjectMetrics, cutoffs 0.4 and 0.1: a pair is correct above IoU 0.6',
  };
  const each = images.map(({ name, evaluation }) => ({
    ...{ name, figures: figuresOf(evaluation.counts), ...evaluation },
  }));
  return `${JSON.stringify({ protocol, set, images: each }, null, 1)}\n`;
}

function csvOf(images: readonly EvaluatedImage[]): string {
  return csvText(
    ['image', 'width', 'height', ...evaluationHeader(EVALUATION_THRESHOLDS)],
    images.map(({ name, evaluation: { width, height, counts } }) => [
      ...[name, width, height],
      ...evaluationCells(counts),
    ]),
  );
}

function textOf(images: readonly EvaluatedImage[], options: EvaluateOptions): string {
  if (options.json) return jsonOf(images, options);
  if (options.csv) return csvOf(images);
  return `${evaluationTable(summariseImages(images.map(({ evaluation }) => evaluation))!)}\n`;
}

/** Adds `cytoforge evaluate`. */
export function registerEvaluate(program: Command): void {
  program
    .command('evaluate')
    .description('compare predicted label maps with true ones')
    .requiredOption('--truth <path>', 'label maps, or a set of any known layout: folder or ZIP')
    .requiredOption('--pred <path>', 'label maps of the same names, e.g. what segment wrote')
    .option('--common', 'leave out maps that only one of them has')
    .addOption(new Option('--json', 'print all figures, objects and the protocol').conflicts('csv'))
    .option('--csv', 'print a line for every image')
    .action(async (options: EvaluateOptions) => {
      const images = await untilInterrupted((stop) => evaluateFolders(options, stop));
      process.stdout.write(textOf(images, options));
    });
}
