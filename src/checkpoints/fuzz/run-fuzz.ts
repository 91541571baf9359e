/**
 * `npm run fuzz -- [--minutes N] [--seed N] [--only NAME] [--corpus DIR]`: makes up and changes files for as long as
 * told, and says what came of them. A file that is read wrongly is written to `test-results/fuzz`.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { changedFile } from './changed-files.ts';
import { type FuzzPlan, fuzzPlans } from './fuzz-plans.ts';
import { judgeReading } from './judge-reading.ts';
import { READERS, type ReaderName } from './readers.ts';

const OUTPUT = 'test-results/fuzz';
const RUNS_PER_TURN = 40;
/** No file of a fuzz is large: one that takes so long goes on for ever, or nearly. */
const LONGEST_MS = 5000;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string' },
    only: { type: 'string' },
    corpus: { type: 'string' },
  },
});

function corpusPlans(folder: string): FuzzPlan[] {
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map(({ name }) => {
    const bytes = changedFile(new Uint8Array(readFileSync(join(folder, name))));
    return { name, file: name, bytes, readers: Object.keys(READERS) as ReaderName[], weight: 1 };
  });
}

const outcomes = new Map<string, number>();
let inputs = 0;
let slowest = 0;

function read(plan: FuzzPlan, input: Uint8Array): string | null {
  inputs++;
  for (const reader of plan.readers) {
    const began = performance.now();
    const { problem, outcome } = judgeReading(input, reader, plan.file);
    const took = performance.now() - began;
    slowest = Math.max(slowest, took);
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    if (problem) return problem;
    if (took > LONGEST_MS) return `${reader} of ${input.length} bytes: ${Math.round(took)} ms`;
  }
  return null;
}

/** One turn of a plan. @returns what is wrong, or null. */
function turn(plan: FuzzPlan, seed: number): string | null {
  const property = fc.property(plan.bytes, (input) => read(plan, input) === null);
  const details = fc.check(property, { seed, numRuns: RUNS_PER_TURN * plan.weight });
  if (!details.failed) return null;
  const [input] = details.counterexample ?? [new Uint8Array()];
  const path = join(OUTPUT, `${plan.name.replaceAll(/\W/g, '-')}-${seed}-${plan.file}`);
  mkdirSync(OUTPUT, { recursive: true });
  writeFileSync(path, input);
  return `${plan.name}, seed ${seed}: ${read(plan, input)}\n  ${path}`;
}

const firstSeed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
const plans = [...fuzzPlans(), ...(values.corpus ? corpusPlans(values.corpus) : [])].filter(
  ({ name }) => values.only === undefined || name === values.only,
);
const end = Date.now() + Number(values.minutes) * 60_000;
let failures = 0;
console.log(`seed ${firstSeed}`);
for (let round = 0; Date.now() < end && plans.length > 0; round++) {
  for (const plan of plans) {
    const problem = turn(plan, firstSeed + round);
    if (problem) console.log(problem);
    if (problem) failures++;
  }
}
for (const [outcome, count] of [...outcomes].sort(([, a], [, b]) => b - a)) {
  console.log(`${String(count).padStart(9)}  ${outcome}`);
}
console.log(`${inputs} files, ${failures} failures, slowest ${Math.round(slowest)} ms`);
process.exitCode = failures > 0 || plans.length === 0 ? 1 : 0;
