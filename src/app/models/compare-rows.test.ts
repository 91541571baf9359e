import { expect, it } from 'vitest';
import { compareRows } from './compare-rows.ts';
import { examplePair } from './fixtures/example-pair.ts';

it('puts what differs before what is the same', () => {
  const rows = compareRows(examplePair(), String);
  expect(rows.slice(0, 3).map(({ name }) => name)).toEqual([
    { key: 'architecture' },
    { key: 'numbers' },
    { key: 'tensors' },
  ]);
  const config = rows.slice(3);
  const firstSame = config.findIndex(({ same }) => same);
  expect(config.slice(0, firstSame).map(({ name }) => name)).toEqual(['ngf', 'nBlocksGlobal']);
  expect(config[0]).toMatchObject({ values: ['16', '64'], same: false });
  expect(config.slice(firstSame).every(({ same }) => same)).toBe(true);
});
