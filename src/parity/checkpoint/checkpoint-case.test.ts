import { expect, it } from 'vitest';
import { referencedCheckpoints } from './checkpoint-case.ts';

it('finds snapshots and folders that have references', () => {
  const found = referencedCheckpoints([
    'a.pkl',
    'a.reference.npz',
    'a.stats.json',
    'lonely.reference.npz',
    'model/features_clustered_010.npy',
    'model/latest_net_E.pth',
    'model/latest_net_G.pth',
    'model/opt.txt',
    'model/reference.npz',
    'other/reference.npz',
    'third/latest_net_G.pth',
  ]);
  expect(found).toEqual([
    { name: 'checkpoint a', reference: 'a.reference.npz', files: ['a.pkl'] },
    {
      name: 'checkpoint model',
      reference: 'model/reference.npz',
      files: [
        'model/features_clustered_010.npy',
        'model/latest_net_E.pth',
        'model/latest_net_G.pth',
        'model/opt.txt',
      ],
    },
  ]);
});
