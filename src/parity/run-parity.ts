import type { Precision } from '../checkpoints/bundle/encode-weight.ts';
import { CytoForgeError, describeError } from '../errors.ts';
import { settleGpuErrors } from '../nn/backend/gpu-faults.ts';
import { type CaseOutcome, type CaseReport, caseReport } from './case-report.ts';
import { checkReferencedCheckpoint, referencedCheckpoints } from './checkpoint/checkpoint-case.ts';
import { type GoldenFolder, openGoldenCase } from './golden-case.ts';
import type { ParityEntry } from './registry.ts';

const SIDECAR = /^\d\d_[^/]*\.json$/;

/** Which cases of a folder are run, and how. */
export interface ParityOptions {
  /**
   * Name of one case, or the beginning of several names when no case is called exactly that.
   * @default every case
   */
  only?: string;
  /**
   * How the weights of checkpoints are stored before they are run.
   * @default 'float32'
   */
  precision?: Precision;
}

/** One case, ready to run. */
interface RunnableCase {
  name: string;
  run(): Promise<CaseOutcome>;
}

/** Names of the golden cases of a folder, sorted: files `NN_*.json` with a `case` field. */
export async function goldenCaseNames(folder: GoldenFolder): Promise<string[]> {
  const names: string[] = [];
  for (const file of (await folder.list()).filter((name) => SIDECAR.test(name)).sort()) {
    const sidecar: unknown = JSON.parse(new TextDecoder().decode(await folder.read(file)));
    if (sidecar && typeof sidecar === 'object' && 'case' in sidecar) {
      names.push(file.slice(0, -'.json'.length));
    }
  }
  return names;
}

function select(cases: RunnableCase[], only: string | undefined): RunnableCase[] {
  if (only === undefined) return cases;
  const exact = cases.filter(({ name }) => name === only);
  const selected = exact.length ? exact : cases.filter(({ name }) => name.startsWith(only));
  if (selected.length) return selected;
  throw new CytoForgeError('bad-option', 'No case has this name.', {
    found: only,
    expected: cases.map(({ name }) => name).join(', '),
  });
}

/** Runs `check`; what it throws is a failed check, and so is an error of the GPU along the way. */
async function outcomeOf(
  name: string,
  report: CaseReport,
  check: () => Promise<void>,
): Promise<CaseOutcome> {
  try {
    await check();
    await settleGpuErrors();
    return report.outcome();
  } catch (error) {
    const { checks } = report.outcome();
    const problem = describeError(error);
    const thrown = { largestDifference: Number.NaN, tolerance: 0, ok: false, problem };
    return {
      name,
      status: 'failed',
      checks: [...checks, { name: 'error', ...thrown }],
      missing: [],
    };
  }
}

/** A report for a case that is no golden: it passes by its checks alone. */
function reportWithoutTensors(name: string, folder: GoldenFolder): CaseReport {
  return caseReport({
    name,
    folder,
    config: {},
    data: null,
    tensorNames: () => [],
    has: () => false,
    input: (tensor) => {
      throw new CytoForgeError('missing-tensor', `${name} has no tensor ${tensor}.`);
    },
    peek: (tensor) => {
      throw new CytoForgeError('missing-tensor', `${name} has no tensor ${tensor}.`);
    },
    used: new Set(),
  });
}

async function runGolden(
  folder: GoldenFolder,
  entry: ParityEntry | undefined,
  name: string,
): Promise<CaseOutcome> {
  if (!entry) return { name, status: 'skipped', checks: [], missing: ['not implemented'] };
  let report = reportWithoutTensors(name, folder);
  try {
    const golden = await openGoldenCase(folder, name);
    report = caseReport(golden);
    return await outcomeOf(name, report, () => entry.run(golden, report));
  } catch (error) {
    return outcomeOf(name, report, () => Promise.reject(error));
  }
}

/**
 * Runs every case of `folder` against the project's code, on whatever backend is current, and gives each
 * outcome as soon as it is known: the golden cases, and the checkpoints that have references. A case nobody
 * has an entry for is skipped; a case that throws has failed.
 * @throws CytoForgeError `bad-option` when there is no case, or `only` names none.
 */
export async function* runParity(
  folder: GoldenFolder,
  entries: ParityEntry[],
  options: ParityOptions = {},
): AsyncGenerator<CaseOutcome> {
  const { only, precision = 'float32' } = options;
  const goldens = (await goldenCaseNames(folder)).map((name) => ({
    name,
    run: () =>
      runGolden(
        folder,
        entries.find(({ matches }) => matches.test(name)),
        name,
      ),
  }));
  const checkpoints = referencedCheckpoints(await folder.list()).map((checkpoint) => ({
    name: checkpoint.name,
    run: () => {
      const report = reportWithoutTensors(checkpoint.name, folder);
      return outcomeOf(checkpoint.name, report, () =>
        checkReferencedCheckpoint(folder, checkpoint, report, precision),
      );
    },
  }));
  if (goldens.length + checkpoints.length === 0) {
    throw new CytoForgeError('bad-option', 'The folder has no parity case.', {
      expected: 'golden cases (NN_name.json) or checkpoints with reference.npz',
    });
  }
  for (const { run } of select([...goldens, ...checkpoints], only)) yield await run();
}
