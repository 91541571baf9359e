import type { Pix2PixHdManifest } from '../checkpoints/bundle/manifest.ts';
import type { StyleClusters } from '../checkpoints/style-clusters.ts';
import { CytoForgeError } from '../errors.ts';
import type { ClusterOptions } from './cluster-styles.ts';
import type { EncodedImage, InstanceStyle } from './encode-styles.ts';
import { MASK_CLASSES } from './label-classes.ts';
import type { StylePalette, StyleRecipe } from './recipe.ts';
import { rowsByLabel } from './style-rows.ts';

/** Decimals of a palette's numbers: a link stays short, and no pixel sees the rest. */
const DECIMALS = 5;
/** Letters of a palette's name that a recipe takes. */
const LONGEST_NAME = 200;

/** A palette of clusters, or of single styles. */
export function paletteOf(name: string, centres: StyleClusters): StylePalette {
  const rounded = Object.entries(centres).map(([label, rows]) => [
    label,
    rows.map((row) => row.map((value) => Number(value.toFixed(DECIMALS)))),
  ]);
  return { name: name.slice(0, LONGEST_NAME), centres: Object.fromEntries(rounded) };
}

/** So many objects of an image are a style each; more become clusters. */
export const MOST_SINGLE_STYLES = 24;

/**
 * The palette of an image: one style for each object, in the order of its labels, or ten clusters where there are more
 * than a person can choose from; and that of the background.
 * @param cluster K-means, where it is to run.
 */
export async function paletteOfImage(
  { name, styles }: Pick<EncodedImage, 'name' | 'styles'>,
  cluster: (styles: InstanceStyle[], options: ClusterOptions) => Promise<StyleClusters>,
): Promise<StylePalette> {
  const objects = styles.filter(({ label }) => label !== MASK_CLASSES.background);
  if (objects.length > MOST_SINGLE_STYLES) {
    return paletteOf(name, await cluster([...styles], { smallestShare: 0 }));
  }
  const single = [...rowsByLabel(styles)].map(([label, rows]) => [
    String(label),
    rows.map((row) => row.slice(0, -1)),
  ]);
  return paletteOf(name, Object.fromEntries(single));
}

/** How many styles a palette offers: a class that has fewer repeats them. */
export function paletteSize(palette: StylePalette): number {
  return Math.max(0, ...Object.values(palette.centres).map((rows) => rows.length));
}

/** Whether a model can paint a palette: its features are as many as each style has. */
export function fitsModel(
  palette: StylePalette,
  { config }: Pick<Pix2PixHdManifest, 'config'>,
): boolean {
  if (!config.instanceFeat && !config.labelFeat) return false;
  const styles = Object.values(palette.centres).flat();
  return styles.length > 0 && styles.every((style) => style.length === config.featNum);
}

function wrongPalette(palette: StylePalette, { config }: Pix2PixHdManifest): CytoForgeError {
  const lengths = new Set(
    Object.values(palette.centres).flatMap((rows) => rows.map((r) => r.length)),
  );
  const painted = config.instanceFeat || config.labelFeat;
  return new CytoForgeError('bad-recipe', 'The palette does not fit the image model.', {
    where: `recipe, field style.palette (${palette.name})`,
    found: lengths.size === 0 ? 'no styles' : `styles of ${[...lengths].join(' and ')} features`,
    expected: painted ? `styles of ${config.featNum} features` : 'null: the model reads no styles',
    hint: 'Take the styles with the encoder of the model that paints.',
  });
}

/**
 * The clusters that a recipe's styles are of: its palette's, in which a class that has fewer than another repeats
 * them, or the model's own.
 * @throws CytoForgeError `bad-recipe` for a palette that the model cannot paint.
 */
export function clustersOfStyle(
  { palette }: Pick<StyleRecipe, 'palette'>,
  manifest: Pix2PixHdManifest,
): StyleClusters | undefined {
  if (!palette) return manifest.styleClusters;
  if (!fitsModel(palette, manifest)) throw wrongPalette(palette, manifest);
  const size = paletteSize(palette);
  return Object.fromEntries(
    Object.entries(palette.centres).map(([label, rows]) => [
      label,
      rows.length === 0 ? [] : Array.from({ length: size }, (_, i) => rows[i % rows.length]),
    ]),
  );
}
