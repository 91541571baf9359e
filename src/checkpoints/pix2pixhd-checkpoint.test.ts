import { describe, expect, it } from 'vitest';
import { type ByteSource, bytesSource } from './byte-source.ts';
import { fixture, fixtureBytes } from './fixtures/open-fixture.ts';
import { openPix2PixHd } from './pix2pixhd-checkpoint.ts';
import { readTorchTensor } from './torch/read-tensor.ts';
import { openStateDict } from './torch/state-dict.ts';

const optionsFile = (text: string): ByteSource =>
  bytesSource('opt.txt', new TextEncoder().encode(text));

/** Three features, one edge, two labels: what `global_net_G` has six input channels for. */
const OPTIONS = 'label_nc: 2\ninstance_feat: True\nfeat_num: 3\nngf: 4\nloadSize: 256\n';

function failure(run: () => unknown) {
  try {
    run();
  } catch (error) {
    return error as { code: string; message: string; details: Record<string, string> };
  }
  throw new Error('accepted');
}

describe('openPix2PixHd', () => {
  it('derives the global generator and reads the rest from opt.txt', () => {
    const { config, weights } = openPix2PixHd({
      generator: fixture('global_net_G.zip.pth'),
      options: optionsFile(OPTIONS),
    });
    expect(config).toEqual({
      netG: 'global',
      generatorInputNc: 6,
      outputNc: 3,
      ngf: 4,
      nDownsampleGlobal: 1,
      nBlocksGlobal: 1,
      nLocalEnhancers: 0,
      nBlocksLocal: 0,
      norm: 'instance',
      labelNc: 2,
      inputNc: 3,
      instanceEdges: true,
      instanceFeat: true,
      labelFeat: false,
      featNum: 3,
      encoder: null,
      outputIsGrey: false,
      resizeOrCrop: 'scale_width',
      loadSize: 256,
      fineSize: 512,
    });
    expect(weights.names()[0]).toBe('G.model.1.weight');
  });

  it('derives a local generator with batch norm and grey output', () => {
    const { config } = openPix2PixHd({ generator: fixture('local_batch_net_G.legacy.pth') });
    expect(config).toMatchObject({
      netG: 'local',
      norm: 'batch',
      ngf: 2,
      nDownsampleGlobal: 1,
      nBlocksGlobal: 1,
      nLocalEnhancers: 1,
      nBlocksLocal: 1,
      outputNc: 3,
      outputIsGrey: true,
      labelNc: 0,
      inputNc: 3,
      instanceEdges: false,
      instanceFeat: false,
    });
  });

  it('joins generator, encoder and clusters', () => {
    const encoder = fixture('03_p2p_model_latest_net_E.pth');
    const { config, weights, styleClusters } = openPix2PixHd({
      generator: fixture('global_net_G.legacy.pth'),
      encoder,
      clusters: fixture('03_p2p_features_clustered_010.npy'),
    });
    expect(config).toMatchObject({
      labelNc: 2,
      instanceEdges: true,
      instanceFeat: true,
      featNum: 3,
    });
    const tensors = openStateDict(encoder);
    const first = tensors.get('model.1.weight')!;
    expect(config.encoder?.nef).toBe(first.shape[0]);
    expect(weights.read('E.model.1.weight')).toEqual(readTorchTensor(first));
    expect(styleClusters?.['0']).toHaveLength(6);
  });

  it.each([
    ['ngf: 64\nlabel_nc: 2\ninstance_feat: True', 'ngf', 'ngf 64'],
    ['netG: local\nlabel_nc: 2\ninstance_feat: True', 'netG', 'netG local'],
    ['norm: batch\nlabel_nc: 2\ninstance_feat: True', 'norm', 'norm batch'],
    ['label_nc: 35', 'label_nc', '36 input channels'],
  ])('refuses an opt.txt that says otherwise: %s', (text, where, found) => {
    const generator = fixture('global_net_G.zip.pth');
    const error = failure(() => openPix2PixHd({ generator, options: optionsFile(text) }));
    expect(error.code).toBe('wrong-architecture');
    expect(error.details).toMatchObject({ where, found });
  });

  it.each([
    ['netG: global\nlabel_nc: 0\nno_instance: True', 'netG', 'netG global', 'netG local'],
    ['norm: instance\nlabel_nc: 0\nno_instance: True', 'norm', 'norm instance', 'norm batch'],
    ['n_local_enhancers: 2', 'n_local_enhancers', 'n_local_enhancers 2', 'n_local_enhancers 1'],
    ['n_blocks_local: 3', 'n_blocks_local', 'n_blocks_local 3', 'n_blocks_local 1'],
    ['ngf: 4', 'ngf', 'ngf 4', 'ngf 2'],
    ['label_nc: 0', 'label_nc', '4 input channels', '3 input channels'],
    ['label_nc: 1\nno_instance: True\nlabel_feat: True', 'label_nc', '4 input', '3 input'],
  ])(
    'refuses an opt.txt that a local generator contradicts: %s',
    (text, where, found, expected) => {
      const generator = fixture('local_batch_net_G.zip.pth');
      const error = failure(() => openPix2PixHd({ generator, options: optionsFile(text) }));
      expect(error).toMatchObject({ code: 'wrong-architecture', details: { where } });
      expect(error.details.found).toContain(found);
      expect(error.details.expected).toContain(expected);
    },
  );

  it('takes an opt.txt of a local generator with features by label', () => {
    const options = optionsFile(
      'netG: local\nnorm: batch\nlabel_nc: 1\nno_instance: True\nlabel_feat: True\nfeat_num: 2',
    );
    const generator = fixture('local_batch_net_G.zip.pth');
    expect(openPix2PixHd({ generator, options }).config).toMatchObject({
      netG: 'local',
      labelNc: 1,
      labelFeat: true,
      instanceFeat: false,
      featNum: 2,
    });
  });

  it('takes the local options of a global generator for what they are: not used', () => {
    const options = optionsFile(`${OPTIONS}n_local_enhancers: 7\nn_blocks_local: 9`);
    const generator = fixture('global_net_G.zip.pth');
    expect(openPix2PixHd({ generator, options }).config.nLocalEnhancers).toBe(0);
  });

  it('refuses an encoder of another norm than the generator', () => {
    const encoder = fixture('03_p2p_model_latest_net_E.pth');
    const generator = fixture('local_batch_net_G.zip.pth');
    const options = optionsFile('label_nc: 0\ninput_nc: 0\nno_instance: True\ninstance_feat: True');
    const error = failure(() => openPix2PixHd({ generator, encoder, options }));
    expect(error).toMatchObject({ code: 'missing-tensor', details: { where: 'model.2.weight' } });
  });

  it('refuses an odd option', () => {
    const generator = fixture('global_net_G.zip.pth');
    const error = failure(() =>
      openPix2PixHd({ generator, options: optionsFile('label_nc: two') }),
    );
    expect(error.code).toBe('bad-option');
    expect(error.details).toMatchObject({ where: 'label_nc', found: 'two' });
  });

  it('names the first tensor that is missing, with its shape', () => {
    const text = new TextDecoder('latin1').decode(fixtureBytes('global_net_G.legacy.pth'));
    const renamed = text.replace('model.4.bias', 'model.4.bios');
    const bytes = Uint8Array.from(renamed, (letter) => letter.charCodeAt(0));
    const error = failure(() => openPix2PixHd({ generator: bytesSource('odd.pth', bytes) }));
    expect(error.code).toBe('missing-tensor');
    expect(error.details).toMatchObject({
      where: 'model.4.bias',
      found: 'no such tensor',
      expected: 'shape [8]',
    });
  });

  it('refuses an encoder as generator and the other way round', () => {
    const encoder = fixture('03_p2p_model_latest_net_E.pth');
    const generator = fixture('global_net_G.zip.pth');
    expect(failure(() => openPix2PixHd({ generator: encoder })).code).toBe('wrong-architecture');
    const error = failure(() => openPix2PixHd({ generator, encoder: generator }));
    expect(error.code).toBe('wrong-architecture');
    expect(error.message).toContain('encoder');
  });

  it('refuses features.npy in place of the clusters', () => {
    const error = failure(() =>
      openPix2PixHd({
        generator: fixture('global_net_G.zip.pth'),
        options: optionsFile(OPTIONS),
        clusters: fixture('03_p2p_features.npy'),
      }),
    );
    expect(error.details).toMatchObject({ found: '4 numbers per cluster', expected: '3 features' });
  });
});
