import { describe, expect, it } from 'vitest';
import { tinySample } from '../fixtures/tiny-sample.ts';
import { factsOfSample } from '../sample-facts.ts';
import { featureCollector } from './feature-summary.ts';
import { type ReportContent, reportHtml } from './report-html.ts';

function summaryOf(name: string, seeds: number[]) {
  const collector = featureCollector(name);
  for (const seed of seeds) collector.add(factsOfSample(tinySample(seed)));
  return collector.finish();
}

const content: ReportContent = {
  language: 'en',
  head: { appVersion: '0.1.0', bundles: [], plan: { seeds: '1-3' } },
  made: summaryOf('<set>.zip', [10, 20, 30]),
  real: summaryOf('real & true', [15, 25, 35]),
  pictures: ['AAAA'],
  rejected: { count: 70, byGate: { cells: 70 } },
  firstRejected: [
    {
      before: 0,
      reasons: [{ gate: 'cells', found: 2, from: 3, to: null }],
      recipe: { seed: 99 },
    },
  ],
  isWhole: true,
};

describe('reportHtml', () => {
  const html = reportHtml(content);

  it('stands by itself', () => {
    expect(html).not.toMatch(/<script|<link|src="http|url\(/);
    expect(html.match(/<svg/g)).toHaveLength(6);
  });

  it('shows names as text, never as markup', () => {
    expect(html).toContain('&lt;set&gt;.zip');
    expect(html).toContain('real &amp; true');
    expect(html).not.toContain('<set>');
  });

  it('says how far the real set is', () => {
    const [, intensity] = /data-feature="intensity"(.*?)<\/section>/s.exec(html) ?? [];
    expect(intensity).toContain('<strong>5</strong>');
    const [, area] = /data-feature="area"(.*?)<\/section>/s.exec(html) ?? [];
    expect(area).toContain('<strong>0</strong>');
  });

  it('names what was rejected, and where the rest is', () => {
    expect(html).toContain('<td>99</td><td>number of cells</td><td>2</td><td>≥ 3</td>');
    expect(html).toContain('The rest is listed in dataset.json.');
  });

  it('speaks Chinese', () => {
    const chinese = reportHtml({ ...content, language: 'zh-CN', isWhole: false });
    expect(chinese).toContain('<html lang="zh-CN">');
    expect(chinese).toContain('数据集报告');
    expect(chinese).toContain('导出提前停止');
  });
});
