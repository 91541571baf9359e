import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { BenchmarkResults } from '../evaluation/benchmark-results.ts';
import { registerBenchmark } from './benchmark.ts';
import { runCommand } from './fixtures/run-command.ts';

const REAL = 'public/samples/nuclei-real.zip';
const folder = mkdtempSync(join(tmpdir(), 'benchmark-'));
afterAll(() => rmSync(folder, { recursive: true }));

const benchmark = (...args: string[]) =>
  runCommand([registerBenchmark], 'benchmark', '--backend', 'wasm', ...args);

describe('cytoforge benchmark', () => {
  it('scores algorithms on a set with truth, the best first', async () => {
    const { status, stdout } = await benchmark(
      ...['--data', REAL, '--methods', 'otsu,otsu-watershed,unet2d', '--limit', '3'],
      ...['--param', 'unet2d.instance_step=components', '--out', folder],
    );
    expect(status).toBe(0);
    expect(stdout).toContain('nuclei-real.zip (real): 3 images');
    const scores = [...stdout.matchAll(/^\| [a-z0-9-]+ \| (0\.\d+)/gm)].map((at) => Number(at[1]));
    expect(scores).toHaveLength(3);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(scores[0]).toBeGreaterThan(0.5);
    const written = readFileSync(join(folder, 'benchmark.json'), 'utf8');
    const results: BenchmarkResults = JSON.parse(written);
    expect(results.runs).toHaveLength(9);
    expect(results.algorithms[2]).toMatchObject({
      parameters: { threshold: 0.5, instance_step: 'components', min_size: 15 },
      weights: { name: 'unet2d-nuclei-broad' },
    });
    const [{ images }] = results.sets;
    for (const { image, evaluation } of results.runs) {
      expect(evaluation?.counts.trueObjects).toBe(images[image].traits.objects);
    }
  });

  it('writes a report of its own language, and a line for every run', async () => {
    const out = join(folder, 'report');
    const { status, stdout } = await benchmark(
      ...['--data', REAL, '--methods', 'otsu,otsu-watershed', '--limit', '2'],
      ...['--out', out, '--language', 'zh-CN'],
    );
    expect(status).toBe(0);
    // One set alone agrees with nothing.
    expect(stdout).not.toContain('Kendall');
    expect(readFileSync(join(out, 'benchmark.html'), 'utf8')).toContain('<html lang="zh-CN">');
    expect(readFileSync(join(out, 'benchmark.csv'), 'utf8').trim().split('\n')).toHaveLength(5);
  });

  it.each([
    ['an unknown algorithm', ['--methods', 'stardist'], 'none of'],
    ['a parameter of another', ['--methods', 'otsu', '--param', 'unet2d.threshold=1'], 'otsu'],
    ['an unknown parameter', ['--methods', 'unet2d', '--param', 'unet2d.x=1'], 'no such parameter'],
    ['weights for none', ['--methods', 'otsu', '--weights', 'otsu=public/models'], 'no weights'],
    ['data that is not there', ['--data', join(folder, 'none')], 'none'],
  ])('refuses %s in one line', async (_, args, said) => {
    const { status, stderr } = await benchmark('--data', REAL, '--limit', '1', ...args);
    expect(status).not.toBe(0);
    expect(stderr).toContain(said);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
