import { type Command, Option } from 'commander';
import type { Pix2PixHdManifest } from '../checkpoints/bundle/manifest.ts';
import {
  clustersFileName,
  npyOfRows,
  type RowsByLabel,
} from '../checkpoints/write-style-clusters.ts';
import { CytoForgeError } from '../errors.ts';
import { readImage } from '../imaging/read-image.ts';
import { clusterStyles } from '../pipeline/cluster-styles.ts';
import { modelReference } from '../pipeline/default-recipe.ts';
import type { EncodeRequest, InstanceStyle } from '../pipeline/encode-styles.ts';
import type { BackendChoice } from '../pipeline/generation-service.ts';
import { drawCrop } from '../pipeline/scaling.ts';
import { rowsByLabel } from '../pipeline/style-rows.ts';
import { RandomState } from '../random/random-state.ts';
import { demoModel } from './demo-models.ts';
import { imagesOfFolder, partnersOf } from './image-folder.ts';
import { noticeCount } from './image-notices.ts';
import { expectImageModel, openBundle } from './open-bundle.ts';
import { progressLine } from './progress-line.ts';
import { numberArgument } from './recipe-options.ts';
import { addScalingOptions, type ScalingOptions, scalingOf } from './scaling-options.ts';
import { startNetworks } from './start-networks.ts';
import { readNamed } from './style-options.ts';
import { untilInterrupted } from './until-interrupted.ts';
import { writeInto } from './write-files.ts';

interface EncodeOptions extends ScalingOptions {
  imageModel?: string;
  images: string;
  instances?: string;
  labels?: string;
  clusters: number;
  smallestShare: number;
  seed: number;
  whole?: boolean;
  backend: BackendChoice;
  out: string;
}

function checkCount({ clusters }: EncodeOptions): void {
  if (Number.isInteger(clusters) && clusters >= 1 && clusters <= 999) return;
  throw new CytoForgeError('bad-option', 'Clusters are counted in whole numbers.', {
    where: '--clusters',
    found: String(clusters),
    expected: '1 to 999',
  });
}

/** The original lists every class of the model, also those without instances. */
function withEmptyClasses(rows: RowsByLabel, { config }: Pix2PixHdManifest): RowsByLabel {
  const classes = Array.from({ length: config.labelNc }, (_, label) => label);
  const labels = [...new Set([...classes, ...rows.keys()])].sort((a, b) => a - b);
  return new Map(labels.map((label) => [label, rows.get(label) ?? []]));
}

function inWords(counts: RowsByLabel): string {
  return [...counts].map(([label, rows]) => `${rows.length} of class ${label}`).join(', ');
}

/**
 * Encodes the images of a folder as the original's `encode_features.py`: `features.npy` and
 * `features_clustered_NNN.npy` in `options.out`.
 * @param say Told what was done to the images, a line each.
 * @returns A line that says what was written.
 */
export async function encodeFolder(
  options: EncodeOptions,
  stop: AbortSignal,
  say: (line: string) => void,
): Promise<string> {
  checkCount(options);
  const images = await imagesOfFolder(options.images, '--images');
  const instances = await partnersOf(images, options.instances, '--instances');
  const labels = await partnersOf(images, options.labels, '--labels');
  const bundle = await openBundle(options.imageModel ?? (await demoModel('image')));
  const manifest = expectImageModel(bundle.manifest, '--image-model');
  const scaling = scalingOf(manifest.config, options);
  const crops = new RandomState(options.seed);
  const service = await startNetworks([bundle], options.backend);

  const named = (path: string | null) => (path === null ? null : readNamed(path));
  const notices = noticeCount();
  const styles: InstanceStyle[] = [];
  const progress = progressLine(images.length, 'images');
  try {
    for (const [at, path] of images.entries()) {
      const image = await readNamed(path);
      const size = readImage(image.bytes, image.name).image;
      const position = drawCrop(scaling, size, crops);
      const request: EncodeRequest = {
        imageModel: modelReference(manifest),
        image,
        instances: await named(instances[at]),
        labels: await named(labels[at]),
        crop: options.whole ? null : { ...scaling, position },
      };
      const encoded = await service.encodeStyles(request, stop);
      styles.push(...encoded.styles);
      notices.add(encoded.notices);
      progress.show(at + 1, at + 1);
    }
  } finally {
    progress.clear();
  }
  for (const line of notices.lines()) say(line);

  const { featNum } = manifest.config;
  const rows = withEmptyClasses(rowsByLabel(styles), manifest);
  const { clusters, smallestShare, seed } = options;
  const centres = Object.entries(clusterStyles(styles, { clusters, smallestShare, seed }));
  const byLabel = new Map(centres.map(([label, of]) => [Number(label), of]));
  for (const [label, ofLabel] of rows) {
    if (ofLabel.length === 0 || byLabel.has(label)) continue;
    say(
      `no instance of class ${label} has a share above ${smallestShare} (a 32nd of the image is 1), ` +
        'so it gets no clusters; --smallest-share lowers that',
    );
  }
  const fileName = clustersFileName(clusters);
  await writeInto(options.out, 'features.npy', npyOfRows(rows, featNum + 1));
  await writeInto(options.out, fileName, npyOfRows(byLabel, featNum));
  return (
    `${options.out}: features.npy with ${inWords(rows)} from ${images.length} images, ` +
    `${fileName} with ${inWords(byLabel)}`
  );
}

/** Adds `cytoforge encode`. */
export function registerEncode(program: Command): void {
  const command = program
    .command('encode')
    .description('encode images into features.npy and K-means clusters, as encode_features.py')
    .option('--image-model <path>', 'pix2pixHD bundle or .pth folder with E (default: the demo)')
    .requiredOption('--images <folder>', 'PNG, TIFF or JPEG images')
    .option('--instances <folder>', 'their instance maps, in the same order (default: found)')
    .option('--labels <folder>', 'their label maps, in the same order')
    .option('--clusters <n>', 'most clusters of a class', numberArgument, 10)
    .option(
      '--smallest-share <n>',
      'instances above this share of a 32nd of the image are clustered',
      numberArgument,
      0.5,
    )
    .option('--seed <n>', 'of crops and of K-means', numberArgument, 0)
    .option('--whole', 'the whole images, where the model was trained on crops')
    .addOption(
      new Option('--backend <name>', 'what computes').choices(['wasm', 'cpu']).default('wasm'),
    )
    .requiredOption('--out <folder>', 'where the files go')
    .action(async (options: EncodeOptions) => {
      const say = (line: string) => process.stderr.write(`cytoforge: ${line}\n`);
      const done = await untilInterrupted((stop) => encodeFolder(options, stop, say));
      process.stdout.write(`${done}\n`);
    });
  addScalingOptions(command);
}
