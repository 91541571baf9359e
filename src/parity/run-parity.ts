import { CytoForgeError, describeError } from '../errors.ts';
import { type CaseOutcome, caseReport } from './case-report.ts';
import { type GoldenFolder, openGoldenCase } from './golden-case.ts';
import type { ParityEntry } from './registry.ts';

const SIDECAR = /^\d\d_.*\.json$/;

/** Which cases of a folder are run. */
export interface ParityOptions {
  /**
   * Name of one case, or the beginning of several names when no case is called exactly that.
   * @default every case
   */
  only?: string;
}

/** Names of the cases of a folder, sorted: files `NN_*.json` with a `case` field. */
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

/**
 * The names that `only` stands for.
 * @throws CytoForgeError `bad-option` when it stands for none.
 */
export function selectNames(names: string[], only: string | undefined): string[] {
  if (only === undefined) return names;
  if (names.includes(only)) return [only];
  const selected = names.filter((name) => name.startsWith(only));
  if (selected.length) return selected;
  throw new CytoForgeError('bad-option', 'No case has this name.', {
    found: only,
    expected: names.join(', '),
  });
}

function skipped(name: string, missing: string): CaseOutcome {
  return { name, status: 'skipped', checks: [], missing: [missing] };
}

async function runCase(
  folder: GoldenFolder,
  cases: ParityEntry[],
  name: string,
): Promise<CaseOutcome> {
  const entry = cases.find(({ matches }) => matches.test(name));
  if (!entry) return skipped(name, 'not implemented');
  let report: ReturnType<typeof caseReport> | undefined;
  try {
    const golden = await openGoldenCase(folder, name);
    report = caseReport(golden);
    await entry.run(golden, report);
    return report.outcome();
  } catch (error) {
    const problem = describeError(error);
    const thrown = { name: 'error', largestDifference: Number.NaN, tolerance: 0, ok: false };
    const checks = report?.outcome().checks ?? [];
    return { name, status: 'failed', checks: [...checks, { ...thrown, problem }], missing: [] };
  }
}

/**
 * Runs every golden case of `folder` against the project's code, on whatever backend is current, and gives
 * each outcome as soon as it is known. A case nobody has an entry for is skipped; a case that throws has
 * failed.
 * @throws CytoForgeError `bad-option` when `only` names no case of the folder.
 */
export async function* runParity(
  folder: GoldenFolder,
  cases: ParityEntry[],
  options: ParityOptions = {},
): AsyncGenerator<CaseOutcome> {
  const names = selectNames(await goldenCaseNames(folder), options.only);
  for (const name of names) yield await runCase(folder, cases, name);
}
