import { describe, expect, it } from 'vitest';
import { CELL_FEATURES } from '../../evaluation/cells/cell-features.ts';
import { FIGURES } from '../../evaluation/figures.ts';
import { SMALL_BENCHMARK } from '../../evaluation/fixtures/small-benchmark.ts';
import { benchmarkCsv, benchmarkJson } from './benchmark-files.ts';
import { benchmarkHtml } from './benchmark-html.ts';
import { benchmarkWords } from './words.ts';

const COMPARISON = {
  synthetic: 'made',
  real: 'drawn',
  syntheticCells: 12,
  realCells: 34,
  features: CELL_FEATURES.map((feature) => ({
    feature,
    wasserstein: 12.345678,
    standardised: 0.5,
  })),
  ...{ frechet: 1.25, kernel: 0.125, precision: 0.75, recall: null },
};

/** Rows of a table as their cells' texts, tags taken out. */
function tableRows(html: string, part: string): string[][] {
  const [, body] = new RegExp(`data-part="${part}".*?<tbody>(.*?)</tbody>`, 's').exec(html) ?? [];
  return (body ?? '')
    .split('</tr>')
    .slice(0, -1)
    .map((row) =>
      row
        .split('</td>')
        .slice(0, -1)
        .map((cell) => cell.replace(/<br>/g, ' ').replace(/<[^>]*>/g, '')),
    );
}

describe('benchmarkHtml', () => {
  const html = benchmarkHtml({ ...SMALL_BENCHMARK, comparison: COMPARISON }, 'en');

  it('lists scores with intervals, best first', () => {
    const rows = tableRows(html, 'scores');
    expect(rows.map(([name]) => name)).toEqual(['The good one', 'The fair one', 'The poor one']);
    const others = tableRows(html, 'other-scores');
    expect(rows[0].length + others[0].length).toBe(FIGURES.length + 3);
    // Four figures of three algorithms on two sets.
    expect(html.match(/<circle class="dot/g)).toHaveLength(24);
    expect(rows[0][1]).toBe('1.000 1.000 … 1.000');
    expect(rows[0].at(-1)).toBe('0.75');
  });

  it('draws a curve for every algorithm and set', () => {
    expect(html.match(/<polyline class="curve/g)).toHaveLength(6);
    expect(html).toContain('points="40.0,');
  });

  it('has tests, slices, errors and sizes', () => {
    expect(tableRows(html, 'tests')[0].slice(0, 2)).toEqual(['The good one − The fair one', '5']);
    expect(tableRows(html, 'tests')[0].slice(-2)).toEqual(['0.125', '0.375']);
    expect(tableRows(html, 'slices-density')).toHaveLength(3);
    expect(tableRows(html, 'errors')).toHaveLength(3);
    expect(tableRows(html, 'sizes')).toHaveLength(9);
  });

  it('says whether synthetic and real agree, and how far apart they are', () => {
    expect(tableRows(html, 'agreement')[0].slice(0, 2)).toEqual(['AP@0.5', '3']);
    expect(tableRows(html, 'distances')[0]).toEqual(['Area (px)', '12.35', '0.5']);
    expect(tableRows(html, 'set-distances').at(-1)?.at(-1)).toBe('–');
    expect(html).toContain('neither FID nor KID');
  });

  it('carries the protocol', () => {
    expect(tableRows(html, 'algorithms')[0]).toEqual([
      'The good one (otsu)',
      'smoothing = 1.5, split = true',
      'w (unet2d) abc123',
    ]);
    expect(html).toContain('200 resamples, seed 1, 95 %');
    expect(tableRows(html, 'definitions')).toHaveLength(FIGURES.length);
  });

  it('needs nothing from elsewhere, and shows names as text', () => {
    expect(html).not.toMatch(/<script|<link|src=|@import|url\(|https?:/);
    expect(html).toContain('synthetic &lt;squares&gt;');
    expect(html).not.toContain('<squares>');
  });

  it('speaks Chinese', () => {
    const chinese = benchmarkHtml(SMALL_BENCHMARK, 'zh-CN');
    expect(chinese).toContain('<html lang="zh-CN">');
    expect(chinese).toContain('分割基准测试');
    expect(benchmarkWords('zh-CN').definition.aji).not.toBe(benchmarkWords('en').definition.aji);
  });

  it('stands a benchmark in which nothing was run, and one of a single algorithm', () => {
    const [only] = SMALL_BENCHMARK.algorithms;
    const runs = SMALL_BENCHMARK.runs.filter(({ algorithm }) => algorithm === only.id);
    expect(benchmarkHtml({ ...SMALL_BENCHMARK, runs: [] }, 'en')).toContain('5 not run');
    const single = benchmarkHtml({ ...SMALL_BENCHMARK, algorithms: [only], runs }, 'en');
    expect(single).not.toContain('data-part="tests"');
  });
});

describe('the files of a benchmark', () => {
  it('have a line of CSV for every image and algorithm', () => {
    const [run] = SMALL_BENCHMARK.runs;
    const error = { code: 'internal' as const, message: 'Too dark, "really".', details: {} };
    const failed = { ...run, evaluation: null, error };
    const csv = benchmarkCsv({
      ...SMALL_BENCHMARK,
      runs: [failed, ...SMALL_BENCHMARK.runs.slice(1)],
    });
    const lines = csv.trimEnd().split('\n');
    expect(lines).toHaveLength(1 + SMALL_BENCHMARK.runs.length);
    expect(lines[0]).toMatch(/^set,kind,image,algorithm,.*,ap50,miou,recall50,f1at50,/);
    expect(lines[1]).toContain('"Too dark, ""really""."');
    expect(lines[2].split(',')).toHaveLength(lines[0].split(',').length);
  });

  it('keep everything as JSON, with what was made of it', () => {
    const json = JSON.parse(benchmarkJson(SMALL_BENCHMARK));
    expect(json).toMatchObject({ ...SMALL_BENCHMARK });
    expect(json.summary.sets[0].algorithms[0].evaluation.pooled.ap50).toBe(1);
    expect(json.summary.agreement.kendall.estimate).toBe(1);
  });
});
