import { describe, expect, it } from 'vitest';
import { CytoForgeError } from '../errors.ts';
import type { CaseOutcome } from './case-report.ts';
import { memoryGoldenFolder, writeSafetensors } from './memory-golden-folder.ts';
import type { ParityEntry } from './registry.ts';
import { runParity } from './run-parity.ts';

const TENSORS = writeSafetensors({
  x: { dtype: 'F32', shape: [2], data: Float32Array.of(1, 2) },
  y: { dtype: 'F32', shape: [2], data: Float32Array.of(2, 4) },
});
const SIDECAR = { case: '01_double', safetensors: '01_double.safetensors' };
const FOLDER = memoryGoldenFolder({
  '02_other.json': { case: '02_other' },
  '01_double.json': SIDECAR,
  '01_double.safetensors': TENSORS,
  '01_double_again.json': { ...SIDECAR, case: '01_double_again' },
  '03_table.json': { rows: [] },
  'notes.json': { case: 'notes' },
});

function doubling(factor: number): ParityEntry {
  return {
    matches: /^01_double/,
    async run(golden, report) {
      const x = golden.input('x').data;
      report.compare('y', [x[0] * factor, x[1] * factor], { atol: 0.01 });
    },
  };
}

async function outcomesOf(entries: ParityEntry[], only?: string): Promise<CaseOutcome[]> {
  const outcomes: CaseOutcome[] = [];
  for await (const outcome of runParity(FOLDER, entries, { only })) outcomes.push(outcome);
  return outcomes;
}

describe('runParity', () => {
  it('runs the cases by name and skips what nobody implements', async () => {
    const outcomes = await outcomesOf([doubling(2)]);
    expect(outcomes.map(({ name, status }) => [name, status])).toEqual([
      ['01_double', 'passed'],
      ['01_double_again', 'passed'],
      ['02_other', 'skipped'],
    ]);
    expect(outcomes[2].missing).toEqual(['not implemented']);
  });

  it('fails a case that is off', async () => {
    const [outcome] = await outcomesOf([doubling(2.5)]);
    expect(outcome.status).toBe('failed');
    expect(outcome.checks[0]).toMatchObject({ name: 'y', largestDifference: 1, ok: false });
  });

  it('fails a case that throws, with the message', async () => {
    const entry: ParityEntry = {
      matches: /./,
      run: () => Promise.reject(new CytoForgeError('unsupported', 'No such layer.')),
    };
    const [outcome] = await outcomesOf([entry], '01_double');
    expect(outcome.status).toBe('failed');
    expect(outcome.checks.at(-1)?.problem).toBe('No such layer.');
  });

  it('skips a case whose tensors were not all checked', async () => {
    const [outcome] = await outcomesOf([
      { matches: /./, run: async (_, report) => report.expect('something', true, '') },
    ]);
    expect(outcome.status).toBe('skipped');
    expect(outcome.missing).toContain('tensor y was not checked');
  });

  it('takes an exact name for one case and the beginning of names for several', async () => {
    expect(await outcomesOf([doubling(2)], '01_double')).toHaveLength(1);
    expect(await outcomesOf([doubling(2)], '01')).toHaveLength(2);
    await expect(outcomesOf([doubling(2)], 'nothing')).rejects.toThrow(CytoForgeError);
  });

  it('fails a case whose tensors cannot be read', async () => {
    const folder = memoryGoldenFolder({ '01_double.json': SIDECAR });
    const outcomes: CaseOutcome[] = [];
    for await (const outcome of runParity(folder, [doubling(2)])) outcomes.push(outcome);
    expect(outcomes[0].status).toBe('failed');
  });

  it('refuses a folder without a case', async () => {
    const run = runParity(memoryGoldenFolder({ 'readme.md': 'none' }), []);
    await expect(run.next()).rejects.toThrow(CytoForgeError);
  });
});
