import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import type { Pix2PixHdManifest } from '../checkpoints/bundle/manifest.ts';
import { bytesSource } from '../checkpoints/byte-source.ts';
import { readStyleClusters } from '../checkpoints/style-clusters.ts';
import { CytoForgeError } from '../errors.ts';
import { modelReference } from '../pipeline/default-recipe.ts';
import type { NamedBytes } from '../pipeline/encode-styles.ts';
import type { GenerationService } from '../pipeline/generation-service.ts';
import type { SampleRecipe, StylePalette } from '../pipeline/recipe.ts';
import { clustersOfStyle, paletteOf, paletteOfImage } from '../pipeline/style-palette.ts';
import { noticeCount } from './image-notices.ts';
import { readError } from './io-error.ts';

/** Where the styles come from, when not from the model. */
export interface StyleOptions {
  /** `features_clustered_*.npy`. */
  styles?: string;
  styleImage?: string;
  styleInstances?: string;
}

/** Adds the options to a command. */
export function addStyleOptions(command: Command): void {
  command
    .option('--styles <file>', 'paint with the clusters of a features_clustered_*.npy')
    .option('--style-image <file>', 'paint with the styles of an image (PNG, TIFF, JPEG)')
    .option('--style-instances <file>', 'instance map of --style-image (default: found)');
}

/** Whether the command line says anything of the styles' origin. */
export function hasStyleOptions(options: StyleOptions): boolean {
  return [options.styles, options.styleImage, options.styleInstances].some(
    (option) => option !== undefined,
  );
}

/**
 * A file of a person's, named as a message should name it.
 * @throws CytoForgeError `io`.
 */
export async function readNamed(path: string): Promise<NamedBytes> {
  try {
    return { name: basename(path), bytes: new Uint8Array(await readFile(path)) };
  } catch (cause) {
    throw readError(path, cause);
  }
}

function checkOptions(options: StyleOptions): void {
  const { styles, styleImage, styleInstances } = options;
  if (styles !== undefined && styleImage !== undefined) {
    throw new CytoForgeError('bad-option', 'Styles come from one place.', {
      found: '--styles and --style-image',
      expected: 'one of them',
    });
  }
  if (styleInstances !== undefined && styleImage === undefined) {
    throw new CytoForgeError('bad-option', 'There is no image for the instances.', {
      found: '--style-instances',
      expected: '--style-image with it',
    });
  }
}

async function paletteOfOptions(
  { styles, styleImage, styleInstances }: StyleOptions,
  manifest: Pix2PixHdManifest,
  service: GenerationService,
  stop: AbortSignal,
): Promise<StylePalette | null> {
  if (styles !== undefined) {
    const { name, bytes } = await readNamed(styles);
    return paletteOf(name, readStyleClusters(bytesSource(name, bytes)));
  }
  if (styleImage === undefined) return null;
  const request = {
    imageModel: modelReference(manifest),
    image: await readNamed(styleImage),
    instances: styleInstances === undefined ? null : await readNamed(styleInstances),
    labels: null,
    crop: null,
  };
  const encoded = await service.encodeStyles(request, stop);
  const notices = noticeCount();
  notices.add(encoded.notices);
  for (const line of notices.lines()) process.stderr.write(`cytoforge: ${line}\n`);
  return paletteOfImage(encoded, service.clusterStyles);
}

/**
 * The recipes with the palette that the options name, as the page takes it.
 * @param manifest Null for masks only.
 * @throws CytoForgeError `bad-option` for options that exclude one another; `bad-recipe` for styles that do not fit the
 * model; what reading and encoding throw.
 */
export async function withStyles(
  recipes: SampleRecipe[],
  options: StyleOptions,
  manifest: Pix2PixHdManifest | null,
  service: GenerationService,
  stop: AbortSignal,
): Promise<SampleRecipe[]> {
  if (!hasStyleOptions(options)) return recipes;
  checkOptions(options);
  if (!manifest) {
    throw new CytoForgeError('bad-option', 'Styles need an image model.', {
      found: '--image-model none',
    });
  }
  const palette = await paletteOfOptions(options, manifest, service, stop);
  clustersOfStyle({ palette }, manifest);
  return recipes.map((recipe) => ({ ...recipe, style: { ...recipe.style, palette } }));
}
