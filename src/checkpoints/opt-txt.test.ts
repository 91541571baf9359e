import { describe, expect, it } from 'vitest';
import { bytesSource } from './byte-source.ts';
import { fixture } from './fixtures/open-fixture.ts';
import { readOptions } from './opt-txt.ts';

const options = (text: string) =>
  readOptions(bytesSource('opt.txt', new TextEncoder().encode(text)));

describe('readOptions', () => {
  it('reads the official file with types', () => {
    const read = readOptions(fixture('opt.txt'));
    expect(read.size).toBe(62);
    expect(Object.fromEntries(read)).toMatchObject({
      batchSize: 2,
      lr: 0.0002,
      no_instance: false,
      instance_feat: true,
      netG: 'global',
      gpu_ids: [],
      max_dataset_size: Number.POSITIVE_INFINITY,
      load_pretrain: '',
      resize_or_crop: 'crop',
    });
  });

  it('bears defaults in brackets, blanks, carriage returns and stray lines', () => {
    const read = options(
      '---\r\n   ngf: 32   \t[default: 64]\r\nnonsense\r\n\r\ngpu_ids: [0, 1]\n name: a: b\n',
    );
    expect([...read]).toEqual([
      ['ngf', 32],
      ['gpu_ids', [0, 1]],
      ['name', 'a: b'],
    ]);
  });

  it('refuses what holds no options', () => {
    for (const text of ['', 'hello', 'a: b\0']) {
      expect(() => options(text)).toThrow(expect.objectContaining({ code: 'not-a-checkpoint' }));
    }
  });
});
