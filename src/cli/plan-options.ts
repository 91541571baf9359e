import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { LAYOUTS, type LayoutName } from '../dataset/layouts/layout-name.ts';
import { type GateRange, OPEN_GATES } from '../dataset/quality-gates.ts';
import { measureSet } from '../dataset/real/measure-set.ts';
import type { FeatureSummary } from '../dataset/report/feature-summary.ts';
import type { ReportLanguage } from '../dataset/report/words.ts';
import { CytoForgeError } from '../errors.ts';
import type { DatasetPlan } from '../pipeline/plan/dataset-plan.ts';
import { type PlanFile, parsePlanFile } from '../pipeline/plan/parse-plan-file.ts';
import { readError } from './io-error.ts';
import { realFolderAt } from './real-source.ts';
import { numberArgument } from './recipe-options.ts';

/** What the command line says of a plan. */
export interface PlanOptions {
  plan?: string;
  layout?: LayoutName[];
  cells?: GateRange;
  coverage?: GateRange;
  intensity?: GateRange;
  /** False for `--no-border-cells`. */
  borderCells?: boolean;
  tries?: number;
  psiRange?: GateRange;
  styleWeights?: number[];
  drawSeed?: number;
  report?: ReportLanguage;
  compare?: string;
}

/** Reads `3..40`, `3..` or `..40`, for commander. */
export function rangeArgument(text: string): GateRange {
  const match = /^(-?[\d.]*?)\.\.(-?[\d.]*)$/.exec(text.trim());
  if (!match || text.trim() === '..') {
    throw new InvalidArgumentError('Expected a range such as 3..40, 3.. or ..40.');
  }
  const [from, to] = [match[1], match[2]].map((end) => (end === '' ? null : numberArgument(end)));
  return { from, to };
}

function layoutsArgument(text: string): LayoutName[] {
  return text.split(',').map((name) => {
    const layout = LAYOUTS.find((each) => each === name.trim());
    if (!layout) throw new InvalidArgumentError(`Expected some of ${LAYOUTS.join(', ')}.`);
    return layout;
  });
}

const weightsArgument = (text: string): number[] => text.split(',').map(numberArgument);

/** Adds the options to a command. */
export function addPlanOptions(command: Command): void {
  command
    .option('--plan <file>', 'a plan, or the dataset.json of a planned set')
    .option('--layout <names>', `other layouts too: ${LAYOUTS.join(', ')}`, layoutsArgument)
    .option(
      '--cells <range>',
      'reject samples with fewer or more objects, e.g. 3..40',
      rangeArgument,
    )
    .option('--coverage <range>', 'reject by the share covered, e.g. 0.1..0.4', rangeArgument)
    .option('--intensity <range>', 'reject by the mean grey level, e.g. 20..', rangeArgument)
    .option('--no-border-cells', 'reject samples with an object on the border')
    .option('--tries <n>', 'candidates for one place in the set (default: 20)', numberArgument)
    .option('--psi-range <range>', 'truncation psi drawn per sample, e.g. 0.5..1', rangeArgument)
    .option(
      '--style-weights <list>',
      'how often each style cluster is drawn, e.g. 1,0,2',
      weightsArgument,
    )
    .option('--draw-seed <n>', 'seed of what is drawn per sample (default: 0)', numberArgument)
    .addOption(
      new Option('--report <language>', 'report.html and objects.csv too').choices(['en', 'zh-CN']),
    )
    .option('--compare <path>', 'a real data set (ZIP or folder) for the report');
}

const NAMES: (keyof PlanOptions)[] = [
  'plan',
  'layout',
  'cells',
  'coverage',
  'intensity',
  'tries',
  'psiRange',
  'styleWeights',
  'drawSeed',
  'report',
  'compare',
];

/** Whether the command line plans more than seeds and settings. */
export function hasPlanOptions(options: PlanOptions): boolean {
  return options.borderCells === false || NAMES.some((name) => options[name] !== undefined);
}

/** The plan file that the options name; one that leaves everything open without. */
export async function readPlanFile({ plan }: PlanOptions): Promise<PlanFile> {
  if (plan === undefined) return parsePlanFile({}, 'plan');
  let text: string;
  try {
    text = await readFile(plan, 'utf8');
  } catch (cause) {
    throw readError(plan, cause);
  }
  try {
    return parsePlanFile(JSON.parse(text), basename(plan));
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new CytoForgeError('bad-recipe', 'The plan cannot be read.', {
      where: plan,
      found: cause.message,
      expected: 'JSON',
    });
  }
}

function gatesOf(file: PlanFile, options: PlanOptions): DatasetPlan['gates'] {
  const { cells, coverage, intensity, borderCells, tries } = options;
  const isAsked = borderCells === false || [cells, coverage, intensity, tries].some(Boolean);
  if (!isAsked) return file.gates;
  const base = file.gates ?? OPEN_GATES;
  return {
    cells: cells ?? base.cells,
    coverage: coverage ?? base.coverage,
    intensity: intensity ?? base.intensity,
    noBorder: borderCells === false || base.noBorder,
    tries: tries ?? base.tries,
  };
}

function psiOf(file: PlanFile, { psiRange }: PlanOptions): DatasetPlan['psi'] {
  if (!psiRange) return file.psi;
  const { from, to } = psiRange;
  if (from === null || to === null) {
    throw new CytoForgeError('bad-option', 'Truncation is drawn between two numbers.', {
      found: 'a range with an open end',
      expected: '--psi-range 0.5..1',
    });
  }
  return { from, to };
}

async function measureReal(path: string, stop: AbortSignal): Promise<FeatureSummary> {
  const folder = await realFolderAt(path);
  return (await measureSet(folder, () => undefined, stop)).summary;
}

/**
 * What of a plan the options and its file decide; options win.
 * @throws CytoForgeError `bad-option` for options that exclude one another; what reading a real set throws.
 */
export async function planOfOptions(
  file: PlanFile,
  options: PlanOptions,
  stop: AbortSignal,
): Promise<
  Pick<
    DatasetPlan,
    'psi' | 'styleWeights' | 'optics' | 'drawSeed' | 'gates' | 'layouts' | 'report' | 'inPlace'
  >
> {
  const language = options.report ?? file.report?.language ?? null;
  if (options.compare !== undefined && !language) {
    throw new CytoForgeError('bad-option', 'There is no report to compare in.', {
      found: '--compare',
      expected: '--report en with it',
    });
  }
  const real = options.compare === undefined ? null : await measureReal(options.compare, stop);
  return {
    psi: psiOf(file, options),
    styleWeights: options.styleWeights ?? file.styleWeights,
    optics: file.optics,
    drawSeed: options.drawSeed ?? file.drawSeed,
    gates: gatesOf(file, options),
    layouts: options.layout ? [...new Set<LayoutName>(['coco', ...options.layout])] : file.layouts,
    report: language && { language, real: real ?? file.report?.real ?? null },
    inPlace: file.inPlace,
  };
}
