import { type Command, InvalidArgumentError, Option } from 'commander';
import { openRealSet } from '../dataset/real/real-set.ts';
import type { ReportLanguage } from '../dataset/report/words.ts';
import { CytoForgeError } from '../errors.ts';
import { comparisonOfSets } from '../evaluation/benchmark/comparison-of-sets.ts';
import type { BenchmarkAlgorithm, BenchmarkResults } from '../evaluation/benchmark-results.ts';
import type { BackendChoice, BackendInfo } from '../pipeline/generation-service.ts';
import { parameterValues } from '../segmentation/parameter-values.ts';
import {
  createSegmentationSession,
  type SegmentationSession,
} from '../segmentation/segmentation-session.ts';
import type { SegmenterMethod } from '../segmentation/segmenter-method.ts';
import { APP_VERSION } from '../version.ts';
import { agreementLines } from './agreement-lines.ts';
import { progressLine } from './progress-line.ts';
import { realFolderAt } from './real-source.ts';
import { numberArgument } from './recipe-options.ts';
import { type OpenedSet, runBenchmark } from './run-benchmark.ts';
import { scoreTable } from './score-table.ts';
import {
  addParameterOption,
  descriptionOf,
  knownMethods,
  parameterHelp,
  pixelSizeOf,
  valuesOf,
  type WrittenParameters,
} from './segmenter-options.ts';
import { weightsFor } from './segmenter-weights.ts';
import { untilInterrupted } from './until-interrupted.ts';
import { writeBenchmark } from './write-benchmark.ts';

interface BenchmarkOptions {
  data: string[];
  methods?: SegmenterMethod[];
  weights: WrittenParameters;
  param: WrittenParameters;
  limit?: number;
  micronsPerPixel?: string;
  backend: BackendChoice;
  out?: string;
  language: ReportLanguage;
}

type Algorithm = BenchmarkAlgorithm & { method: SegmenterMethod };

/** Seed and size of the bootstrap, and what its intervals cover. */
const STATISTICS = { seed: 0, resamples: 1000, confidence: 0.95 };

async function openSet(path: string, limit: number | undefined): Promise<OpenedSet> {
  const folder = await realFolderAt(path);
  const { layout, samples } = await openRealSet(folder);
  const usable = samples.filter(({ image }) => image !== null).slice(0, limit);
  if (usable.length === 0) {
    throw new CytoForgeError('bad-option', 'The set has no images.', {
      where: path,
      found: `${samples.length} label maps alone`,
      expected: 'images beside them',
      hint: 'Make the set with an image model.',
    });
  }
  const kind = layout === 'cytoforge' ? 'synthetic' : 'real';
  return { folder, samples: usable, name: folder.name, kind, origin: `${layout} layout` };
}

/** The parameters of one method, written as `method.name`. */
function parametersOf(method: SegmenterMethod, written: WrittenParameters): WrittenParameters {
  const own = Object.entries(written).filter(([name]) => name.startsWith(`${method}.`));
  return Object.fromEntries(own.map(([name, text]) => [name.slice(method.length + 1), text]));
}

function checkParameters({ param, weights }: BenchmarkOptions, methods: readonly string[]): void {
  const known = (name: string) => methods.some((method) => name.startsWith(`${method}.`));
  const stray = Object.keys(param).find((name) => !known(name));
  const strayWeights = Object.keys(weights).find((name) => !methods.includes(name));
  if (stray === undefined && strayWeights === undefined) return;
  throw new CytoForgeError('bad-option', 'An option is for an algorithm that does not run.', {
    where: stray === undefined ? '--weights' : '--param',
    found: stray ?? strayWeights,
    expected: `one of ${methods.join(', ')}`,
  });
}

/** Puts an algorithm's weights into the session. @returns null where it has none and they were not asked for. */
async function openAlgorithm(
  method: SegmenterMethod,
  options: BenchmarkOptions,
  session: SegmentationSession,
): Promise<Algorithm | null> {
  const description = descriptionOf({ method });
  const parameters = parameterValues(
    description,
    valuesOf(description, parametersOf(method, options.param)),
  );
  const plain = { id: method, name: method, method, parameters };
  const path: string | undefined = options.weights[method];
  const isClassical = description.weights === null;
  const isAsked = options.methods?.includes(method) || path !== undefined;
  const bundle = await weightsFor(description, path).catch((cause) => {
    if (isAsked) throw cause;
    return null;
  });
  if (!bundle) return isClassical ? { ...plain, weights: null } : null;
  session.load(bundle);
  const { name, architecture, provenance } = bundle.manifest;
  return { ...plain, weights: { name, architecture, sha256: provenance.weightsSha256 } };
}

function inWords({ backend, device }: BackendInfo): string {
  return `${backend} (${device})`;
}

/**
 * Runs algorithms on sets with truth.
 * @returns All that was found.
 * @throws CytoForgeError what opening sets, weights and parameters throws; `cancelled`.
 */
export async function benchmark(
  options: BenchmarkOptions,
  stop: AbortSignal,
): Promise<BenchmarkResults> {
  const started = new Date().toISOString();
  const methods = options.methods ?? knownMethods();
  checkParameters(options, methods);
  const micronsPerPixel = pixelSizeOf(options.micronsPerPixel);
  const sets: OpenedSet[] = [];
  for (const path of options.data) sets.push(await openSet(path, options.limit));
  const session = createSegmentationSession();
  const backend = await session.start(options.backend);
  const algorithms: Algorithm[] = [];
  for (const method of methods) {
    const algorithm = await openAlgorithm(method, options, session);
    if (algorithm) algorithms.push(algorithm);
  }
  const total = sets.reduce((sum, { samples }) => sum + samples.length * algorithms.length, 0);
  const progress = progressLine(total, 'runs');
  const onProgress = (done: number) => progress.show(done, done);
  try {
    const work = { session, sets, algorithms, micronsPerPixel, stop, onProgress };
    const { cells, ...done } = await runBenchmark(work);
    return {
      format: 'cytoforge-benchmark',
      version: 1,
      protocol: { version: APP_VERSION, started, backend: inWords(backend), ...STATISTICS },
      algorithms,
      ...done,
      comparison: comparisonOfSets(done.sets, cells, STATISTICS.seed),
    };
  } finally {
    progress.clear();
    session.dispose();
  }
}

function methodsArgument(text: string): SegmenterMethod[] {
  const names = text.split(',').map((name) => name.trim());
  const known: readonly string[] = knownMethods();
  const stray = names.find((name) => !known.includes(name));
  if (stray !== undefined) {
    throw new InvalidArgumentError(`${stray} is none of ${known.join(', ')}.`);
  }
  return [...new Set(names)] as SegmenterMethod[];
}

/** Adds `cytoforge benchmark`. */
export function registerBenchmark(program: Command): void {
  const backend = new Option('--backend <name>', 'where networks run')
    .choices(['auto', 'webgpu', 'wasm', 'cpu'])
    .default('auto');
  const language = new Option('--language <name>', 'of benchmark.html')
    .choices(['en', 'zh-CN'])
    .default('en');
  const command = program
    .command('benchmark')
    .description('run segmentation algorithms on images with truth, and score them')
    .requiredOption('--data <path...>', 'sets with truth: folders or ZIPs of any known layout')
    .option('--methods <names>', 'algorithms (default: all whose weights ship)', methodsArgument)
    .option('--limit <n>', 'the first images of each set only', numberArgument)
    .option('--microns-per-pixel <size>', 'size of a pixel, for algorithms that scale by it')
    .option('--out <folder>', 'where benchmark.json, benchmark.csv and benchmark.html go')
    .addOption(language)
    .addOption(backend);
  addParameterOption(command, '--weights <method=path>', 'model for an algorithm');
  addParameterOption(command, '--param <method.name=value>', 'parameter of an algorithm')
    .addHelpText('after', parameterHelp)
    .action(async (options: BenchmarkOptions) => {
      const results = await untilInterrupted((stop) => benchmark(options, stop));
      const tables = results.sets.map((_, set) => scoreTable(results, set));
      const agreement = agreementLines(results);
      const parts = agreement.length > 0 ? [...tables, agreement.join('\n')] : tables;
      process.stdout.write(`${parts.join('\n\n')}\n`);
      if (options.out !== undefined) await writeBenchmark(options.out, results, options.language);
    });
}
