import type { ModelManifest } from '../checkpoints/bundle/manifest.ts';
import { clustersFileName, npyOfRows } from '../checkpoints/write-style-clusters.ts';
import { CytoForgeError, toPlainError } from '../errors.ts';
import { modelReference } from '../pipeline/default-recipe.ts';
import type { EncodedImage, InstanceStyle, NamedBytes } from '../pipeline/encode-styles.ts';
import type { ModelReference, StylePalette } from '../pipeline/recipe.ts';
import { paletteOf, paletteOfImage, paletteSize } from '../pipeline/style-palette.ts';
import { toErrorView } from './error-view.ts';
import { nearestStyles } from './nearest-styles.ts';
import { pairStyleFiles, type StyleFileGroup } from './pair-style-files.ts';
import { chosenModels } from './recipe-of-view.ts';
import type { SliceContext } from './slice-context.ts';
import { readPalettes, withPalette, writePalettes } from './stored-palettes.ts';
import type { StylesSlice, StyleTaking } from './studio-state.ts';

/**
 * The original's rule: instances of no larger share are not clustered. Cells of a few pixels in large images would leave
 * nothing to choose from: where fewer than the clusters are large enough, all are taken.
 */
const SMALLEST_SHARE = 0.5;
const CLUSTERS = 10;

type Group = StyleFileGroup<File>;

async function namedBytes(file: File): Promise<NamedBytes> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

function pathOf(file: File): string {
  return file.webkitRelativePath || file.name;
}

function nameOfGroups(groups: Group[]): string {
  const [{ image }] = groups;
  if (groups.length === 1) return image.name;
  const [folder, ...inside] = pathOf(image).split('/');
  return inside.length > 0 ? folder : `${image.name} +${groups.length - 1}`;
}

/** The encoder's model, or why no styles can be taken. */
function encoderModel(image: ModelManifest | null): ModelManifest {
  if (image?.architecture === 'pix2pixhd' && image.config.encoder) return image;
  throw new CytoForgeError('unsupported', 'Styles cannot be taken from images here.', {
    found: image ? `${image.name}, a model without an encoder` : 'no image model',
    expected: 'an image model with latest_net_E.pth',
    hint: 'Open the encoder together with the generator, or pick another image model.',
  });
}

/** The styles of a person's images: taking them, keeping them, choosing among them. */
export function createStylesSlice({ set, get, engine }: SliceContext): StylesSlice {
  let controller = new AbortController();

  const patch = (change: Partial<StyleTaking>) =>
    set(({ styleTaking }) => ({ styleTaking: styleTaking && { ...styleTaking, ...change } }));

  async function encode(
    group: Group,
    imageModel: ModelReference,
    signal: AbortSignal,
  ): Promise<EncodedImage> {
    const { image, instances, labels } = group;
    const request = {
      imageModel,
      image: await namedBytes(image),
      instances: instances && (await namedBytes(instances)),
      labels: labels && (await namedBytes(labels)),
      crop: null,
    };
    return engine.generation.encodeStyles(request, { priority: 'view', signal });
  }

  const cluster = (signal: AbortSignal) => (styles: InstanceStyle[], options: object) =>
    engine.generation.clusterStyles(styles, options, { priority: 'view', signal });

  async function clustersOfMany(
    name: string,
    styles: InstanceStyle[],
    signal: AbortSignal,
  ): Promise<StylePalette> {
    const isLarge = ({ label, share }: InstanceStyle) => label > 0 && share > SMALLEST_SHARE;
    const enough = styles.filter(isLarge).length >= CLUSTERS;
    const smallestShare = enough ? SMALLEST_SHARE : 0;
    return paletteOf(name, await cluster(signal)(styles, { clusters: CLUSTERS, smallestShare }));
  }

  /** Of several images one that cannot be read is left out; a single one is the failure. */
  async function encodeAll(groups: Group[], signal: AbortSignal): Promise<EncodedImage[]> {
    const model = modelReference(encoderModel(chosenModels(get()).image?.manifest ?? null));
    const encoded: EncodedImage[] = [];
    for (const [at, group] of groups.entries()) {
      try {
        const image = await encode(group, model, signal);
        encoded.push(image);
        const cells = encoded.flatMap(({ styles }) => styles.filter(({ id }) => id > 0)).length;
        patch({ done: at + 1, cells, shown: { image, styleOf: [] } });
      } catch (error) {
        const { code } = toPlainError(error);
        if (signal.aborted || groups.length === 1 || code !== 'bad-image') throw error;
        const skipped = { name: group.image.name, error: toErrorView(error) };
        patch({ done: at + 1, skipped: [...(get().styleTaking?.skipped ?? []), skipped] });
      }
    }
    const [first] = get().styleTaking?.skipped ?? [];
    if (encoded.length === 0) {
      throw new CytoForgeError('bad-image', 'None of the images could be used.', {
        where: first?.name,
        found: first?.error.message,
      });
    }
    return encoded;
  }

  async function takeFrom(groups: Group[], signal: AbortSignal): Promise<void> {
    const encoded = await encodeAll(groups, signal);
    const name = nameOfGroups(groups);
    const palette =
      groups.length === 1
        ? await paletteOfImage(encoded[0], cluster(signal))
        : await clustersOfMany(
            name,
            encoded.flatMap(({ styles }) => styles),
            signal,
          );
    if (signal.aborted) return;
    const image = encoded[encoded.length - 1];
    patch({
      status: 'done',
      palette: palette.name,
      shown: { image, styleOf: nearestStyles(image.styles, palette) },
    });
    remember(palette);
    paint(palette);
  }

  function remember(palette: StylePalette): void {
    const palettes = withPalette(get().palettes, palette);
    set({ palettes });
    writePalettes(palettes);
  }

  /** Clusters and single styles are numbers of a palette: with another one they mean nothing. */
  function paint(palette: StylePalette | null): void {
    const { view, updateView } = get();
    updateView({ style: { ...view.style, palette, cluster: 0, byInstance: {} } });
  }

  return {
    styleTaking: null,
    palettes: readPalettes(),
    async takeStyles(files) {
      controller.abort();
      controller = new AbortController();
      const { signal } = controller;
      const groups = pairStyleFiles(files, pathOf);
      set({
        styleTaking: {
          status: 'busy',
          name: nameOfGroups(groups),
          total: groups.length,
          done: 0,
          cells: 0,
          shown: null,
          skipped: [],
          palette: null,
          error: null,
        },
      });
      try {
        await takeFrom(groups, signal);
      } catch (error) {
        if (!signal.aborted) patch({ status: 'failed', error: toErrorView(error) });
      }
    },
    dismissStyles() {
      controller.abort();
      set({ styleTaking: null });
    },
    usePalette(palette) {
      const { palette: current } = get().view.style;
      // One that came with a link would be gone.
      if (current) remember(current);
      paint(palette);
    },
    forgetPalette(name) {
      const palettes = get().palettes.filter((palette) => palette.name !== name);
      set({ palettes });
      writePalettes(palettes);
      if (get().styleTaking?.palette === name) set({ styleTaking: null });
      if (get().view.style.palette?.name === name) paint(null);
    },
    savePalette(palette) {
      const rows = Object.entries(palette.centres).map(
        ([label, centres]) => [Number(label), centres] as const,
      );
      const columns = rows.flatMap(([, centres]) => centres)[0]?.length ?? 0;
      const bytes = npyOfRows(new Map(rows), columns);
      engine.download(new Blob([bytes]), clustersFileName(paletteSize(palette)));
    },
  };
}
