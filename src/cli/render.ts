import { type Command, Option } from 'commander';
import type { Pix2PixHdManifest } from '../checkpoints/bundle/manifest.ts';
import { bytesSource } from '../checkpoints/byte-source.ts';
import { readStyleClusters, type StyleClusters } from '../checkpoints/style-clusters.ts';
import { CytoForgeError } from '../errors.ts';
import { encodeGreyPng, encodeRgbPng } from '../imaging/encode-png.ts';
import {
  featuresOfClusters,
  sampleFeatures,
  stableFeatures,
} from '../nn/pix2pixhd/style-clusters.ts';
import { modelReference } from '../pipeline/default-recipe.ts';
import type { BackendChoice } from '../pipeline/generation-service.ts';
import { type NetworkMaps, readMaps, scaleMaps } from '../pipeline/official-maps.ts';
import { paddedSize } from '../pipeline/padded-size.ts';
import type { MapsRequest } from '../pipeline/render-maps.ts';
import { drawCrop, preprocessingAt } from '../pipeline/scaling.ts';
import { RandomState } from '../random/random-state.ts';
import { demoModel } from './demo-models.ts';
import { imagesOfFolder, partnersOf, stemOf } from './image-folder.ts';
import { type FileNotice, noticeCount } from './image-notices.ts';
import { expectImageModel, openBundle } from './open-bundle.ts';
import { progressLine } from './progress-line.ts';
import { readChoice } from './read-choice.ts';
import { numberArgument } from './recipe-options.ts';
import { addScalingOptions, type ScalingOptions, scalingOf } from './scaling-options.ts';
import { startNetworks } from './start-networks.ts';
import { readNamed } from './style-options.ts';
import { untilInterrupted } from './until-interrupted.ts';
import { writeInto } from './write-files.ts';

interface RenderOptions extends ScalingOptions {
  imageModel?: string;
  labels: string;
  instances?: string;
  encodeImages?: string;
  clusters?: string;
  draw: 'stream' | 'instance';
  choice?: string;
  seed: number;
  backend: BackendChoice;
  out: string;
}

/** Chooses the styles of one image after the other. */
type ChooseStyles = (maps: NetworkMaps) => MapsRequest['styles'];

async function clustersOf(
  { clusters }: RenderOptions,
  manifest: Pix2PixHdManifest,
): Promise<StyleClusters> {
  const { featNum } = manifest.config;
  const file = clusters === undefined ? null : await readNamed(clusters);
  const read = file ? readStyleClusters(bytesSource(file.name, file.bytes)) : null;
  const found = read ?? manifest.styleClusters ?? {};
  const odd = Object.values(found)
    .flat()
    .find((centre) => centre.length !== featNum);
  if (odd) {
    throw new CytoForgeError('bad-option', 'The clusters do not fit the model.', {
      where: file?.name,
      found: `${odd.length} features`,
      expected: `${featNum} features`,
    });
  }
  if (Object.values(found).some((centres) => centres.length > 0)) return found;
  throw new CytoForgeError('bad-option', 'The model paints styles, and there are none.', {
    expected: '--clusters features_clustered_010.npy, or --encode-images',
  });
}

async function styleChooser(
  options: RenderOptions,
  manifest: Pix2PixHdManifest,
): Promise<ChooseStyles> {
  const { instanceFeat, labelFeat } = manifest.config;
  if (!instanceFeat && !labelFeat) return () => ({ kind: 'none' });
  if (options.encodeImages !== undefined) {
    return ({ image }) => (image ? { kind: 'image', image } : { kind: 'none' });
  }
  const clusters = await clustersOf(options, manifest);
  const random = new RandomState(options.seed);
  const chosen = featuresOfClusters(await readChoice(options.choice), clusters);
  return ({ regions }) => {
    if (!regions) return { kind: 'none' };
    const { features } =
      options.draw === 'stream'
        ? sampleFeatures(regions, clusters, random)
        : stableFeatures(regions, clusters, options.seed);
    return { kind: 'features', features: new Map([...features, ...chosen]) };
  };
}

function checkStems(labels: readonly string[]): void {
  const stems = labels.map(stemOf);
  const twice = stems.find((stem, at) => stems.indexOf(stem) !== at);
  if (twice === undefined) return;
  throw new CytoForgeError('bad-option', 'Two images would have one name.', {
    where: '--labels',
    found: `${twice} twice`,
    expected: 'names that differ without folder and extension',
  });
}

function checkInstances({ instances }: RenderOptions, { config }: Pix2PixHdManifest): void {
  if (instances !== undefined || (!config.instanceEdges && !config.instanceFeat)) return;
  throw new CytoForgeError('bad-option', 'This model needs instance maps.', {
    expected: '--instances, a folder with one for each label map',
  });
}

/**
 * Renders the label maps of a folder (or its images, for a model of `label_nc 0`) as the original's `test.py`.
 * @param say Told what was done to the files, a line each.
 * @returns A line that says what was written.
 */
export async function renderFolder(
  options: RenderOptions,
  stop: AbortSignal,
  say: (line: string) => void,
): Promise<string> {
  const labels = await imagesOfFolder(options.labels, '--labels');
  checkStems(labels);
  const instances = await partnersOf(labels, options.instances, '--instances');
  const images = await partnersOf(labels, options.encodeImages, '--encode-images');
  const bundle = await openBundle(options.imageModel ?? (await demoModel('image')));
  const manifest = expectImageModel(bundle.manifest, '--image-model');
  const { config } = manifest;
  checkInstances(options, manifest);
  const scaling = scalingOf(config, options);
  const chooseStyles = await styleChooser(options, manifest);
  const service = await startNetworks([bundle], options.backend);

  const crops = new RandomState(options.seed);
  const notices = noticeCount();
  const named = (path: string | null) => (path === null ? null : readNamed(path));
  const progress = progressLine(labels.length, 'images');
  try {
    for (const [at, path] of labels.entries()) {
      const files = {
        labels: await readNamed(path),
        instances: await named(instances[at]),
        image: await named(images[at]),
      };
      const read = readMaps(files, config);
      const steps = preprocessingAt(config, scaling, drawCrop(scaling, read.labels, crops));
      const maps = scaleMaps(read, config, steps);
      const request = { ...maps, styles: chooseStyles(maps) };
      const made = await service.renderMaps(modelReference(manifest), request, stop);
      const png = made.channels === 1 ? encodeGreyPng(made) : encodeRgbPng(made);
      await writeInto(options.out, `${stemOf(path)}_synthesized_image.png`, png);
      notices.add(noticesOf(read.instances?.bits, made, manifest));
      progress.show(at + 1, at + 1);
    }
  } finally {
    progress.clear();
  }
  for (const line of notices.lines()) say(line);
  return `${options.out}: ${labels.length} ${labels.length === 1 ? 'image' : 'images'}`;
}

function noticesOf(
  bits: number | undefined,
  size: { width: number; height: number },
  { config }: Pix2PixHdManifest,
): FileNotice[] {
  const padded = paddedSize(config, size) !== null;
  const coarse = bits !== undefined && bits <= 8 && config.instanceFeat;
  return [
    ...(padded ? ['padded' as const] : []),
    ...(coarse ? ['instances-of-8-bits' as const] : []),
  ];
}

/** Adds `cytoforge render`. */
export function registerRender(program: Command): void {
  const command = program
    .command('render')
    .description('render your own label and instance maps, as test.py of pix2pixHD')
    .option('--image-model <path>', 'pix2pixHD bundle or .pth folder (default: the demo model)')
    .requiredOption('--labels <folder>', 'label maps, or images for a model of label_nc 0')
    .option('--instances <folder>', 'their instance maps, in the same order')
    .option('--encode-images <folder>', 'take the styles from these images of the same objects')
    .option('--clusters <file>', "features_clustered_*.npy (default: the model's own)")
    .addOption(
      new Option('--draw <how>', 'clusters by a stream as test.py, or by instance id as its tool')
        .choices(['stream', 'instance'])
        .default('stream'),
    )
    .option('--choice <file>', 'JSON of instance id to cluster, for those not to be drawn')
    .option('--seed <n>', 'of clusters and crops', numberArgument, 0)
    .addOption(
      new Option('--backend <name>', 'what computes').choices(['wasm', 'cpu']).default('wasm'),
    )
    .requiredOption('--out <folder>', 'where NAME_synthesized_image.png go')
    .action(async (options: RenderOptions) => {
      const say = (line: string) => process.stderr.write(`cytoforge: ${line}\n`);
      const done = await untilInterrupted((stop) => renderFolder(options, stop, say));
      process.stdout.write(`${done}\n`);
    });
  addScalingOptions(command);
}
