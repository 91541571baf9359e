import type { ToolName } from '../dataset/tools/tool-step.ts';
import type { GenerationClient } from '../engine/generation-client.ts';
import { CytoForgeError } from '../errors.ts';
import { distanceTransform } from '../imaging/distance-transform.ts';
import { encodeGreyPng, encodeImagePng, encodeLabelPng } from '../imaging/encode-png.ts';
import type { ByteImage } from '../imaging/image.ts';
import { recipeForSeed } from '../pipeline/default-recipe.ts';
import type { SamplePixels } from '../pipeline/sample.ts';
import { RandomState } from '../random/random-state.ts';
import type { DroppedFile } from '../services/tools/open-files.ts';
import { chosenModels, templateOfView } from './recipe-of-view.ts';
import type { StudioState } from './studio-state.ts';

const SAMPLES = 4;
/** Share of a cell's radius that its nucleus takes. */
const NUCLEUS = 0.45;
const SPOTS = 40;

/** Rings: cells whose innermost part is left out, as in the published masks of the seed system. */
function withHoles({ mask, labels }: SamplePixels): ByteImage {
  const distances = distanceTransform(mask);
  const deepest = new Float64Array(65536);
  for (const [i, id] of labels.data.entries()) {
    if (distances[i] > deepest[id]) deepest[id] = distances[i];
  }
  const data = mask.data.map((level, i) => {
    const id = labels.data[i];
    return id !== 0 && distances[i] > deepest[id] * (1 - NUCLEUS) ? 0 : level;
  });
  return { ...mask, data };
}

/** Small bright discs at random places. */
function spotsLike({ mask }: SamplePixels, seed: number): ByteImage {
  const { width, height } = mask;
  const data = new Uint8Array(width * height);
  const random = new RandomState(seed);
  for (let spot = 0; spot < SPOTS; spot++) {
    const [x, y] = [random.uniform(0, width), random.uniform(0, height)];
    for (let dy = -3; dy <= 3; dy++) {
      for (let dx = -3; dx <= 3; dx++) {
        const [column, row] = [Math.floor(x) + dx, Math.floor(y) + dy];
        if (column < 0 || row < 0 || column >= width || row >= height) continue;
        const level = 220 * Math.exp(-(dx * dx + dy * dy) / 3);
        const at = row * width + column;
        data[at] = Math.max(data[at], level);
      }
    }
  }
  return { width, height, channels: 1, data };
}

function filesOf(sample: SamplePixels, seed: number, tool: ToolName): [string, Uint8Array][] {
  const { rawMask, mask, labels, image } = sample;
  const name = `${String(seed).padStart(6, '0')}.png`;
  switch (tool) {
    case 'threshold':
      return [[`masks/${name}`, encodeImagePng(rawMask)]];
    case 'flood':
      return [[`masks/${name}`, encodeGreyPng(withHoles(sample))]];
    case 'stylegan':
      return [[`${seed % 2 === 0 ? 'even' : 'odd'}/${name}`, encodeGreyPng(mask)]];
    case 'combine':
      return [
        [`image/${name}`, encodeImagePng(image ?? mask)],
        [`spot/${name}`, encodeGreyPng(spotsLike(sample, seed))],
      ];
    default: {
      const pair: [string, Uint8Array][] = [
        [`masks/${name}`, encodeGreyPng(mask)],
        [`labels/${name}`, encodeLabelPng(labels)],
      ];
      return image ? [[`images/${name}`, encodeImagePng(image)], ...pair] : pair;
    }
  }
}

/**
 * Makes some samples of the view's settings as files in the form a tool is for: grey masks for a threshold, rings for a
 * flood fill, images and spots to combine, two folders as classes, else pairs. The samples are kept while the settings
 * stay, so that trying the next tool does not make them again.
 * @returns Throws CytoForgeError what making samples throws; `bad-option` while no model is loaded.
 */
export function createToolSampler(
  generation: Pick<GenerationClient, 'makeSample'>,
): (state: StudioState, tool: ToolName) => Promise<DroppedFile[]> {
  let kept: { key: string; samples: SamplePixels[] } | null = null;
  return async (state, tool) => {
    const { mask, image } = chosenModels(state);
    if (!mask) {
      throw new CytoForgeError('bad-option', 'There is no model to make a sample with.', {
        hint: 'Wait until the models are loaded, or drop pictures of your own.',
      });
    }
    const template = templateOfView(state.view, mask.manifest, image?.manifest ?? null);
    const key = JSON.stringify(template);
    if (kept?.key !== key) {
      const samples: SamplePixels[] = [];
      for (let at = 0; at < SAMPLES; at++) {
        const recipe = recipeForSeed(template, template.seed + at);
        samples.push(await generation.makeSample(recipe, { priority: 'visible' }));
      }
      kept = { key, samples };
    }
    return kept.samples.flatMap((sample, at) =>
      filesOf(sample, template.seed + at, tool).map(([path, bytes]) => ({
        path,
        file: new Blob([bytes as Uint8Array<ArrayBuffer>]),
      })),
    );
  };
}
