import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { npyOfNumbers, npzOfArrays } from '../checkpoints/write-npy.ts';
import { convertFiles } from './convert.ts';
import { reportSelfTest } from './self-test.ts';

const DEMO = 'public/models/stylegan3-t-nuclei-64';
const SNAPSHOT = 'src/checkpoints/fixtures/02_sg3_t64.pkl';
const WASM = { backend: 'wasm', hardware: false, json: false } as const;

const folder = (name: string) => join(mkdtempSync(join(tmpdir(), 'cytoforge-')), name);

async function linesOf(path: string): Promise<{ good: boolean; lines: string[] }> {
  const lines: string[] = [];
  const good = await reportSelfTest(path, WASM, (line) => lines.push(line));
  return { good, lines };
}

it.each([DEMO, 'public/models/pix2pixhd-nuclei/model.json', 'public/models/pix2pixhd-spots'])(
  'finds %s within its tolerance',
  async (path) => {
    const { good, lines } = await linesOf(path);
    expect(lines.at(-1)).toMatch(/^\d+ passed, 0 failed on wasm$/);
    expect(lines[0]).toMatch(/largest \d, mean [\d.]+, 99.9th percentile \d grey levels/);
    expect(good).toBe(true);
  },
);

it('carries references from a conversion to a test that can fail', async () => {
  const out = folder('model');
  const reference = folder('reference.npz');
  // Whatever the network draws, it is not the same grey everywhere.
  const grey = npyOfNumbers([1, 1, 64, 64], new Float32Array(4096));
  const arrays = new Map([
    ['img_3_0.5', grey],
    ['ws_3_0.5', grey],
  ]);
  writeFileSync(reference, await npzOfArrays(arrays));
  const options = { out, reference, precision: 'float32', licence: 'for tests' } as const;
  const manifest = await convertFiles([SNAPSHOT], options);
  expect(manifest.reference).toEqual({ cases: 'reference.json', arrays: 'reference.npz' });
  const { cases } = JSON.parse(readFileSync(join(out, 'reference.json'), 'utf8'));
  expect(cases).toEqual([expect.objectContaining({ kind: 'mask', seed: 3, psi: 0.5 })]);
  const { good, lines } = await linesOf(out);
  expect(lines.at(-1)).toBe('0 passed, 1 failed on wasm');
  expect(lines[0]).toContain('FAILED');
  expect(good).toBe(false);
});

it('says what is missing', async () => {
  await expect(linesOf('src')).rejects.toMatchObject({ code: 'not-a-checkpoint' });
  const out = folder('model');
  await convertFiles([SNAPSHOT], { out, precision: 'float16', licence: 'for tests' });
  await expect(linesOf(out)).rejects.toMatchObject({
    code: 'unsupported',
    details: { hint: expect.stringContaining('--reference') },
  });
  const reference = folder('reference.npz');
  writeFileSync(
    reference,
    await npzOfArrays(new Map([['other', npyOfNumbers([1], Uint8Array.of(1))]])),
  );
  const options = { out, reference, precision: 'float16', licence: 'for tests' } as const;
  await expect(convertFiles([SNAPSHOT], options)).rejects.toMatchObject({ code: 'bad-option' });
});

it('refuses references of another kind of model', async () => {
  const out = folder('model');
  cpSync(DEMO, out, { recursive: true });
  for (const name of ['reference.json', 'reference.npz']) {
    cpSync(`public/models/pix2pixhd-spots/${name}`, join(out, name));
  }
  await expect(linesOf(out)).rejects.toMatchObject({ code: 'wrong-architecture' });
});
