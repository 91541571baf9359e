import { describe, expect, it } from 'vitest';
import { fixture } from './fixtures/open-fixture.ts';
import { openModelFiles } from './group-files.ts';
import { trainingNotes } from './training-notes.ts';

describe('trainingNotes', () => {
  it('keeps plain values and leaves paths out', () => {
    const notes = trainingNotes([
      ['ngf', 64],
      ['no_flip', false],
      ['max_dataset_size', Number.POSITIVE_INFINITY],
      ['gpu_ids', [0, 1]],
      ['cutoff', null],
      ['netG', 'global'],
      ['dataroot', './datasets/cells'],
      ['path', 'C:\\cells.zip'],
      ['nested', { deep: 1 }],
      ['endless', 'x'.repeat(1000)],
    ]);
    expect(notes).toEqual({
      ngf: 64,
      no_flip: false,
      max_dataset_size: 'Infinity',
      gpu_ids: [0, 1],
      cutoff: null,
      netG: 'global',
    });
  });

  it('come with snapshots and with generators that have their opt.txt', () => {
    const snapshot = fixture('02_sg2_g32_cond.pkl');
    expect(openModelFiles({ kind: 'stylegan', snapshot }).training).toMatchObject({
      use_labels: true,
    });
    const generator = fixture('global_net_G.zip.pth');
    expect(openModelFiles({ kind: 'pix2pixhd', files: { generator } }).training).toBeUndefined();
  });
});
