import { RandomState } from '../../random/random-state.ts';
import type { CaseReport } from '../case-report.ts';
import type { ParityEntry } from '../registry.ts';

type Draws = Record<string, number[] | string>;
interface Sequence {
  calls: string[];
  results: (number | number[])[];
}
interface NumpyData {
  randn: Record<string, number[]>;
  uniform: Record<string, Draws>;
  randint: Record<string, Sequence>;
  mixed: Record<string, Sequence>;
  shuffle: Record<string, Draws>;
}

const EXACT = { atol: 0 };
/** Two units in the last place: platforms' `log` differs. */
const TWO_ULP_64 = { atol: 0, rtol: 2 ** -51 };
const ONE_ULP_32 = { atol: 0, rtol: 2 ** -23 };
/** The seed of the `randn_AxBxC` tensors, from their own description. */
const SHAPED_SEED = 3;

/** Makes a call written as in Python, e.g. `randint(0,7,size=20)`; null when it is not known. */
function makeCall(state: RandomState, call: string): ArrayLike<number> | null {
  const [, name, inside] = /(\w+)\((.*)\)$/.exec(call) ?? [];
  const args = (inside ?? '').split(',').filter((arg) => arg !== '');
  const size = args.find((arg) => arg.startsWith('size='));
  const values = args.filter((arg) => arg !== size).map(Number);
  const count = size ? Number(size.slice('size='.length)) : undefined;
  if (name === 'randint') {
    const [low, high] = values.length === 1 ? [0, values[0]] : values;
    return state.randint(low, high, count ?? 1);
  }
  if (name === 'rand') return state.rand(values[0] ?? 1);
  if (name === 'randn') return state.randn(values[0] ?? 1);
  if (name === 'normal') return state.normal(values[0], values[1], values[2] ?? 1);
  return null;
}

/** Makes the draw that a key such as `uniform_m2_3_n16` or `choice_20_6_noreplace` names. */
function makeDraw(state: RandomState, key: string): ArrayLike<number> | null {
  const kind = key.replace(/_?[mn]?\d.*$/, '');
  const numbers = [...key.matchAll(/(m?)(\d+)/g)].map(([, minus, digits]) =>
    minus ? -Number(digits) : Number(digits),
  );
  const [first, second, third] = numbers;
  if (kind === 'rand' || kind === 'random_sample') return state.rand(first);
  if (kind === 'uniform') return state.uniform(first, second, third);
  if (kind === 'permutation') return state.permutation(first);
  if (kind === 'choice')
    return state.choice(first, second, { replace: !key.endsWith('_noreplace') });
  return null;
}

function checkSequence(report: CaseReport, name: string, seed: string, sequence: Sequence): void {
  const state = new RandomState(Number(seed));
  for (const [i, call] of sequence.calls.entries()) {
    const drawn = makeCall(state, call);
    if (!drawn) {
      report.missing(`${name} ${call}`);
      return;
    }
    report.compareValues(
      `${name} seed ${seed} ${call}`,
      drawn,
      [sequence.results[i]].flat(),
      call.startsWith('randn') || call.startsWith('normal') ? TWO_ULP_64 : EXACT,
    );
  }
}

function checkDraws(report: CaseReport, draws: Draws, next: () => RandomState, name: string): void {
  for (const [key, expected] of Object.entries(draws)) {
    if (typeof expected === 'string') continue;
    const drawn = makeDraw(next(), key);
    if (drawn) report.compareValues(`${name} ${key}`, drawn, expected, EXACT);
    else report.missing(`${name} ${key}`);
  }
}

function drawTensor(name: string): Float64Array {
  const [, seed, zDim] = name.split('.').map(Number);
  if (!name.startsWith('randn_')) return new RandomState(seed).randn(zDim);
  const sides = name.slice('randn_'.length).split('x').map(Number);
  return new RandomState(SHAPED_SEED).randn(sides.reduce((product, side) => product * side, 1));
}

/** Seeds, draws and permutations of NumPy's `RandomState`. */
export const RANDOM_CASES: ParityEntry[] = [
  {
    matches: /^01_numpy_randomstate$/,
    async run(golden, report) {
      const data = golden.data as NumpyData;
      for (const [key, expected] of Object.entries(data.randn)) {
        const [seed, zDim] = key.split('/').map(Number);
        const drawn = new RandomState(seed).randn(zDim);
        report.compareValues(`randn ${key}`, drawn, expected, TWO_ULP_64);
      }
      for (const name of golden.tensorNames()) {
        report.compare(name, Float32Array.from(drawTensor(name)), ONE_ULP_32);
      }
      for (const [seed, draws] of Object.entries(data.uniform)) {
        const fresh = () => new RandomState(Number(seed));
        checkDraws(report, draws, fresh, `uniform seed ${seed}`);
      }
      for (const [seed, draws] of Object.entries(data.shuffle)) {
        const state = new RandomState(Number(seed));
        checkDraws(report, draws, () => state, `shuffle seed ${seed}`);
      }
      for (const kind of ['randint', 'mixed'] as const) {
        for (const [seed, sequence] of Object.entries(data[kind])) {
          checkSequence(report, kind, seed, sequence);
        }
      }
    },
  },
];
