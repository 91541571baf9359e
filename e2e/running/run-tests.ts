/**
 * `npm test`: types and lint, unit tests, the production build, then the browser tests against it. Ends with
 * one line of counts over all of them.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { ensureChromium } from './chromium.ts';
import { ensureFonts } from './fonts.ts';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

const UNIT_REPORT = 'test-results/unit.json';
const BROWSER_REPORT = 'test-results/browser.json';

function step(title: string, ...command: string[]): boolean {
  console.log(`\n== ${title}`);
  const result = spawnSync('npx', command, { stdio: 'inherit' });
  if (result.status !== 0) console.error(`== ${title}: FAILED`);
  return result.status === 0;
}

function readReport<T>(path: string): T | null {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : null;
}

function unitCounts(): Counts {
  const report = readReport<VitestReport>(UNIT_REPORT);
  if (!report) return { passed: 0, failed: 0, skipped: 0 };
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function browserCounts(): Counts {
  const report = readReport<PlaywrightReport>(BROWSER_REPORT);
  if (!report) return { passed: 0, failed: 0, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected, skipped };
}

/** A runner that ended badly counts as a failure, also when it failed before its first test. */
function judged(ok: boolean, counts: Counts): Counts {
  return ok || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

rmSync('test-results', { recursive: true, force: true });
const checked = [step('types', 'tsc'), step('lint', 'biome', 'check', '--error-on-warnings', '.')];
const unit = step(
  'unit tests',
  'vitest',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${UNIT_REPORT}`,
);
ensureChromium();
ensureFonts();
const built = step('build', 'vite', 'build');
const browser = built && step('browser tests', 'playwright', 'test');

const counts = [judged(unit, unitCounts()), judged(browser, browserCounts())];
const sum = (key: keyof Counts) => counts.reduce((total, each) => total + each[key], 0);
const failedChecks = checked.filter((ok) => !ok).length;
console.log(
  `\n${sum('passed') + checked.length - failedChecks} passed, ${sum('failed') + failedChecks} failed, ${sum('skipped')} skipped`,
);
process.exit(failedChecks === 0 && unit && browser && sum('failed') === 0 ? 0 : 1);
