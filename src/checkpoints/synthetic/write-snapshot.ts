import type { StyleGan2Config, StyleGan3Config } from '../bundle/manifest.ts';
import { type Picklable, pickledDict } from '../pickle/picklable.ts';
import { type PickleProtocol, writePickle } from '../pickle/write-pickle.ts';
import { type DiscriminatorConfig, discriminatorNetwork } from './discriminator-modules.ts';
import { type NetworkToWrite, storedNetwork } from './stored-network.ts';
import type { FilterTaps, WeightValues } from './stylegan-weights.ts';
import { styleGan2Network } from './stylegan2-modules.ts';
import { styleGan3Network } from './stylegan3-modules.ts';

/** The generator that a snapshot is made up for. */
export type SnapshotModel =
  | { architecture: 'stylegan3'; config: StyleGan3Config; taps: FilterTaps }
  | { architecture: 'stylegan2'; config: StyleGan2Config };

/** Widths of the discriminator; the official ones unless told. */
export type DiscriminatorWidths = Pick<DiscriminatorConfig, 'channelBase' | 'channelMax'>;

const OFFICIAL_WIDTHS: DiscriminatorWidths = { channelBase: 32768, channelMax: 512 };

/** The made-up generator as `G_ema` has it. */
export function snapshotNetwork(model: SnapshotModel): NetworkToWrite {
  return model.architecture === 'stylegan3'
    ? styleGan3Network(model.config, model.taps)
    : styleGan2Network(model.config);
}

/** Other weights under the same names: G is not its own average. */
function otherValues(values: WeightValues): WeightValues {
  return (name, shape) => values(name, shape).map((value) => value * 0.5);
}

/**
 * A whole snapshot as the official training writes it (spec A.11), with weights of our own: G, D, G_ema, no
 * augmentation and the keywords of a data set. A stream of pieces; one tensor is in memory at a time.
 */
export function writeSnapshot(
  model: SnapshotModel,
  widths: DiscriminatorWidths = OFFICIAL_WIDTHS,
  protocol: PickleProtocol = 4,
): Generator<Uint8Array> {
  const { imgResolution, imgChannels } = model.config;
  const generator = snapshotNetwork(model);
  const training = { ...generator, values: otherValues(generator.values) };
  const trainingSet: Record<string, Picklable> = {
    class_name: 'training.dataset.ImageFolderDataset',
    path: './datasets/synthetic.zip',
    use_labels: model.config.cDim > 0,
    max_size: 1000,
    xflip: false,
    resolution: imgResolution,
    random_seed: 0,
  };
  const snapshot = pickledDict({
    G: storedNetwork(training),
    D: storedNetwork(discriminatorNetwork({ imgResolution, imgChannels, ...widths })),
    G_ema: storedNetwork(generator),
    augment_pipe: null,
    training_set_kwargs: pickledDict(trainingSet),
  });
  return writePickle(snapshot, protocol);
}
