import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { bytesSource } from '../checkpoints/byte-source.ts';
import { readStyleClusters } from '../checkpoints/style-clusters.ts';
import { registerEncode } from './encode.ts';
import { runProgram, speakInOneLine } from './run-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'encode-'));
const at = (...names: string[]) => join(folder, ...names);
const NUCLEI = new URL('../pipeline/fixtures/nuclei/', import.meta.url);

for (const [from, to] of [
  ['', ['images', 'a.png']],
  ['', ['images', 'more', 'b.png']],
  ['_instances', ['instances', 'a.png']],
  ['_instances', ['instances', 'b.png']],
] as const) {
  mkdirSync(at(...to.slice(0, -1)), { recursive: true });
  writeFileSync(at(...to), readFileSync(new URL(`dsb_10328b822b${from}.png`, NUCLEI)));
}
mkdirSync(at('empty'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => void vi.restoreAllMocks());

/** Runs a command line; the exit status and what it said. */
async function run(...args: string[]) {
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      said[stream] += text;
      return true;
    });
  }
  const program = new Command('cytoforge');
  const line = (text: string) => {
    said.stderr += text;
  };
  speakInOneLine(program, line);
  registerEncode(program);
  const status = await runProgram(program, ['encode', ...args], line);
  vi.restoreAllMocks();
  return { status, ...said };
}

const read = (...path: string[]) =>
  readStyleClusters(bytesSource(path.join('/'), new Uint8Array(readFileSync(at(...path)))));
const both = ['--images', at('images'), '--instances', at('instances')];

describe('cytoforge encode', () => {
  it('writes the rows of every instance, and clusters of the large ones', async () => {
    const { status, stdout, stderr } = await run(...both, '--whole', '--out', at('whole'));
    expect(status).toBe(0);
    expect(stderr).toBe('cytoforge: grey was repeated to RGB (2 images)\n');
    expect(readdirSync(at('whole'))).toEqual(['features.npy', 'features_clustered_010.npy']);
    const rows = read('whole', 'features.npy');
    expect(Object.entries(rows).map(([label, of]) => [label, of.length])).toEqual([
      ['0', 2],
      ['1', 46],
    ]);
    expect(rows[1].every((row) => row.length === 4)).toBe(true);
    // The second image is the first one again.
    expect(rows[1].slice(23)).toEqual(rows[1].slice(0, 23));
    const large = new Set(rows[1].filter((row) => row[3] > 0.5).map((row) => row.join()));
    const clusters = read('whole', 'features_clustered_010.npy');
    expect(clusters[0]).toEqual([rows[0][0].slice(0, 3)]);
    expect(clusters[1]).toHaveLength(Math.min(10, large.size));
    expect(stdout).toContain('2 of class 0, 46 of class 1 from 2 images');
  });

  it('crops as the model was trained, by the seed, and gives the same again', async () => {
    for (const [out, seed] of [
      ['one', '1'],
      ['again', '1'],
      ['two', '2'],
    ]) {
      const { status } = await run(...both, '--seed', seed, '--out', at(out));
      expect(status).toBe(0);
    }
    const bytes = (out: string) => readFileSync(at(out, 'features.npy'));
    expect(bytes('again')).toEqual(bytes('one'));
    expect(bytes('two')).not.toEqual(bytes('one'));
    const shares = read('one', 'features.npy');
    const total = Object.values(shares)
      .flat()
      .reduce((sum, row) => sum + row[3], 0);
    expect(total).toBeCloseTo(2 * 32);
  });

  it('finds the objects, and says when none is large enough for a cluster', async () => {
    const { status, stderr } = await run(
      '--images',
      at('images'),
      '--whole',
      '--smallest-share',
      '30',
      '--clusters',
      '3',
      '--out',
      at('found'),
    );
    expect(status).toBe(0);
    expect(stderr).toContain("Otsu's threshold and the watershed (2 images)");
    expect(stderr).toContain('no instance of class 1 has a share above 30');
    expect(Object.keys(read('found', 'features_clustered_003.npy'))).toEqual(['0']);
  });

  it.each([
    [2, ['--images', at('empty')], 'has no images'],
    [1, ['--images', at('images'), '--instances', at('instances', 'a.png')], 'could not be read'],
    [2, ['--images', at('images'), '--clusters', '0'], '1 to 999'],
    [2, [], "required option '--images <folder>'"],
  ])('ends with status %i: %j', async (expected, args, message) => {
    const { status, stdout, stderr } = await run(...args, '--out', at('refused'));
    expect(stderr).toMatch(/^cytoforge: [^\n]*\n$/);
    expect(stderr).toContain(message);
    expect({ status, stdout }).toEqual({ status: expected, stdout: '' });
  });
});
