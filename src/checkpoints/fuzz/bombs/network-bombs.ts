import { type Picklable, pickledDict } from '../../pickle/picklable.ts';
import { pickleBytes } from '../../pickle/write-pickle.ts';
import { generatorShapes } from '../../pix2pixhd-shapes.ts';
import { pickledStorage, pickledTensor } from '../../torch/write-torch.ts';
import { type Bomb, program } from './bomb.ts';

const MODULE_HEAD =
  'ctorch_utils.persistence\n_reconstruct_persistent_obj\n' +
  "(}S'type'\nS'class'\nsS'version'\nI6\nsS'class_name'\nS'Generator'\nsS'state'\n";
const EMPTY_PARTS = "(dS'_parameters'\n(dsS'_buffers'\n(dsS'_modules'\n";

/** A generator of three million numbers whose tensors are all views of one storage. */
function sharedGenerator(): Uint8Array {
  const config = { netG: 'global', norm: 'instance', generatorInputNc: 3, outputNc: 3, ngf: 8 };
  const depth = { nDownsampleGlobal: 4, nBlocksGlobal: 9, nLocalEnhancers: 0, nBlocksLocal: 0 };
  const shapes = generatorShapes({ ...config, ...depth } as Parameters<typeof generatorShapes>[0]);
  const elements = 128 * 128 * 9;
  const storage = pickledStorage(elements, () => new Float32Array(elements));
  const tensors = [...shapes].map(([name, shape]): [string, Picklable] => [
    name,
    pickledTensor(shape, storage),
  ]);
  return pickleBytes(new Map<Picklable, Picklable>(tensors), 4);
}

/** Names of thirty thousand enhancers, the last of them with thirty thousand blocks, over one small storage. */
function endlessEnhancers(): Uint8Array {
  const storage = pickledStorage(16, () => new Float32Array(16));
  const tensor = pickledTensor([2, 2, 2, 2], storage);
  const count = 30_000;
  const names = Array.from({ length: count }, (_, i) => [
    `model${i + 1}_1.1.weight`,
    `model${count}_2.${i}.conv_block.1.weight`,
  ]).flat();
  const first = [
    'model.1.weight',
    'model.4.conv_block.1.weight',
    `model${count}_2.${count + 4}.weight`,
  ];
  const all = [...first, ...names].map((name): [string, Picklable] => [name, tensor]);
  return pickleBytes(pickledDict(Object.fromEntries(all)), 4);
}

/** Networks that are small in the file and endless when they are walked through. */
export const NETWORK_BOMBS: Bomb[] = [
  {
    name: 'modules a hundred thousand deep',
    file: 'a.pkl',
    make: () =>
      program(
        "\x80\x02}S'G_ema'\n",
        [`${MODULE_HEAD}${EMPTY_PARTS}}S'a'\n`, 100_000],
        'N',
        ['ssstR', 100_000],
        's.',
      ),
    reader: 'snapshot',
    code: 'corrupt',
  },
  {
    name: 'modules that share their submodules forty deep',
    file: 'a.pkl',
    make: () => {
      let text = `${MODULE_HEAD}${EMPTY_PARTS}(dsstRp0\n0`;
      for (let level = 1; level <= 40; level++) {
        text += `${MODULE_HEAD}${EMPTY_PARTS}(dS'a'\ng${level - 1}\nsS'b'\ng${level - 1}\nssstRp${level}\n0`;
      }
      return program(`${text}(dS'G_ema'\ng40\ns.`);
    },
    reader: 'snapshot',
    code: 'corrupt',
  },
  {
    name: 'a generator whose tensors share one storage',
    file: 'a.pth',
    make: sharedGenerator,
    reader: 'generator',
    code: 'corrupt',
  },
  {
    name: 'thirty thousand enhancers of thirty thousand blocks',
    file: 'a.pth',
    make: endlessEnhancers,
    reader: 'generator',
    code: 'wrong-architecture',
  },
];
