import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { zhCn } from './zh-cn.ts';

function entries(node: object, path = ''): [string, string][] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]): [string, string][] =>
    typeof value === 'string'
      ? [[`${path}${key}`, value]]
      : entries(value as object, `${path}${key}.`),
  );
}

const placeholders = (text: string): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

describe('the language files', () => {
  const english = new Map(entries(en));
  const chinese = new Map(entries(zhCn));

  it('have the same keys, but for the singular that Chinese lacks', () => {
    const expected = [...english.keys()].filter((key) => !key.endsWith('_one')).sort();
    expect([...chinese.keys()].sort()).toEqual(expected);
  });

  it('fill in the same values', () => {
    for (const [key, text] of chinese) {
      expect([key, placeholders(text)]).toEqual([key, placeholders(english.get(key) ?? '')]);
    }
  });

  it('leave nothing in Chinese untranslated by accident', () => {
    const same = [...chinese]
      .filter(([key, text]) => english.get(key) === text)
      .map(([key]) => key);
    expect(same.sort()).toEqual(
      [
        'app.name',
        'benchmark.entry.numbered',
        'benchmark.figure.aji',
        'benchmark.figure.ajiPlus',
        'benchmark.figure.ap90',
        'benchmark.figure.jaccard',
        'benchmark.figure.sq50',
        'benchmark.figure.ap50',
        'benchmark.figure.ap75',
        'benchmark.figure.dice',
        'benchmark.figure.f1at50',
        'benchmark.figure.miou',
        'benchmark.figure.pq50',
        'benchmark.figure.seg',
        'benchmark.method.cellpose',
        'benchmark.method.cellprofiler',
        'benchmark.method.maskrcnn',
        'benchmark.method.mesmer',
        'benchmark.method.u2net',
        'dataset.layout.cellpose',
        'dataset.layout.coco',
        'dataset.layout.stylegan',
        'dataset.realLayout.cellpose',
        'dataset.realLayout.coco',
        'dataset.realLayout.cytoforge',
        'dataset.realLayout.dsb',
        'dataset.realLayout.pix2pixhd',
        'device.cpu',
        'device.wasm',
        'device.webgpu',
        'grid.placeholder',
        'look.layers.decibels',
        'parameters.Sauvola',
        'spots.column.x',
        'spots.column.y',
        'stats.px',
        'unit.degrees',
        'unit.px',
        'view.actual',
      ].sort(),
    );
  });
});
