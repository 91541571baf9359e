import { CytoForgeError } from '../errors.ts';
import type { Options, OptionValue } from './opt-txt.ts';
import type { EncoderStructure, GeneratorStructure } from './pix2pixhd-structure.ts';

/** What the input of the generator is made of (spec B.6). */
export interface InputLayout {
  labelNc: number;
  inputNc: number;
  instanceEdges: boolean;
  instanceFeat: boolean;
  labelFeat: boolean;
  featNum: number;
}

function wrongOption(name: string, found: OptionValue | undefined, expected: string) {
  return new CytoForgeError('bad-option', `opt.txt has an odd value for ${name}.`, {
    where: name,
    found: String(found),
    expected,
    hint: 'Take the opt.txt that was written with the checkpoint, or leave it out.',
  });
}

/** A whole number of `opt.txt`, or the official default when it is not there. */
export function countOption(options: Options | null, name: string, fallback: number): number {
  const value = options?.get(name) ?? fallback;
  if (Number.isSafeInteger(value) && (value as number) >= 0) return value as number;
  throw wrongOption(name, value, 'a whole number');
}

function flagOption(options: Options, name: string): boolean {
  const value = options.get(name) ?? false;
  if (typeof value === 'boolean') return value;
  throw wrongOption(name, value, 'True or False');
}

function contradiction(name: string, found: string, expected: string): CytoForgeError {
  return new CytoForgeError('wrong-architecture', 'opt.txt does not describe this checkpoint.', {
    where: name,
    found,
    expected,
    hint: 'Take the opt.txt from the folder of the checkpoint, or leave it out.',
  });
}

/**
 * Compares what `opt.txt` says with what the tensors are.
 * @throws CytoForgeError `wrong-architecture` with the first option that disagrees.
 */
export function checkOptions(
  options: Options,
  generator: GeneratorStructure,
  encoder: EncoderStructure | null,
): void {
  const facts: [string, OptionValue][] = [
    ['netG', generator.netG],
    ['norm', generator.norm],
    ['ngf', generator.ngf],
    ['n_downsample_global', generator.nDownsampleGlobal],
    ['n_blocks_global', generator.nBlocksGlobal],
    ['output_nc', generator.outputNc],
  ];
  if (generator.netG === 'local') {
    facts.push(['n_local_enhancers', generator.nLocalEnhancers]);
    facts.push(['n_blocks_local', generator.nBlocksLocal]);
  }
  if (encoder) {
    facts.push(['nef', encoder.nef], ['n_downsample_E', encoder.nDownsample]);
    facts.push(['feat_num', encoder.featNum]);
  }
  for (const [name, fact] of facts) {
    const said = options.get(name);
    if (said !== undefined && said !== fact) {
      throw contradiction(name, `${name} ${said}`, `${name} ${fact}, as the tensors are`);
    }
  }
}

/**
 * The input layout that `opt.txt` gives.
 * @throws CytoForgeError `wrong-architecture` when its channels are not those of the first convolution.
 */
export function inputLayoutFromOptions(
  options: Options,
  generatorInputNc: number,
  encoder: EncoderStructure | null,
): InputLayout {
  const layout: InputLayout = {
    labelNc: countOption(options, 'label_nc', 35),
    inputNc: countOption(options, 'input_nc', 3),
    instanceEdges: !flagOption(options, 'no_instance'),
    instanceFeat: flagOption(options, 'instance_feat'),
    labelFeat: flagOption(options, 'label_feat'),
    featNum: countOption(options, 'feat_num', 3),
  };
  const features = layout.instanceFeat || layout.labelFeat ? layout.featNum : 0;
  if (encoder && features === 0) {
    throw contradiction('instance_feat', 'no features', 'features, as there is an encoder');
  }
  const base = layout.labelNc || layout.inputNc;
  const channels = base + (layout.instanceEdges ? 1 : 0) + features;
  if (channels !== generatorInputNc) {
    const expected = `${generatorInputNc} input channels, as the tensors have`;
    throw contradiction('label_nc', `${channels} input channels`, expected);
  }
  return layout;
}

/**
 * The likeliest input layout without `opt.txt`. Features are as many as the encoder (or the clusters)
 * has. Three channels without features are an RGB image (`label_nc 0`, `no_instance`); otherwise the
 * official default holds: one-hot labels and one edge channel.
 * @throws CytoForgeError `wrong-architecture` when the features do not fit in the input.
 */
export function guessInputLayout(generatorInputNc: number, featNum: number | null): InputLayout {
  const rest = generatorInputNc - (featNum ?? 0);
  if (rest < 1) {
    throw new CytoForgeError(
      'wrong-architecture',
      'Generator and encoder do not belong together.',
      {
        where: 'model.1.weight',
        found: `${featNum} features for ${generatorInputNc} input channels`,
        expected: 'fewer features than input channels',
        hint: 'Choose the files of one checkpoint folder together.',
      },
    );
  }
  const image = featNum === null && (rest === 3 || rest === 1);
  const edges = !image && rest > 1;
  return {
    labelNc: image ? 0 : rest - (edges ? 1 : 0),
    inputNc: image ? rest : 3,
    instanceEdges: edges,
    instanceFeat: featNum !== null,
    labelFeat: false,
    featNum: featNum ?? 3,
  };
}
