import type { Shard } from '../checkpoints/bundle/bundle-tensors.ts';
import type { ModelManifest } from '../checkpoints/bundle/manifest.ts';
import type { ReferenceCase } from '../checkpoints/reference/reference-cases.ts';
import type { StyleClusters } from '../checkpoints/style-clusters.ts';
import type { ByteImage } from '../imaging/image.ts';
import type { ClusterOptions } from './cluster-styles.ts';
import type { EncodedImage, EncodeRequest, InstanceStyle } from './encode-styles.ts';
import type { Latents } from './latents.ts';
import type { LayerQuestion, LayerReading } from './layer-question.ts';
import type { ModelReference, SampleRecipe } from './recipe.ts';
import type { MapsRequest } from './render-maps.ts';
import type { SamplePixels } from './sample.ts';
import type { SampleMeasures } from './sample-measures.ts';
import type { ReferenceCheck } from './self-test/check-reference.ts';

/** What a person chose, `auto` being WebGPU on hardware and WASM elsewhere. */
export type BackendChoice = 'auto' | 'webgpu' | 'wasm' | 'cpu';

/** What runs, as shown in the top bar. */
export interface BackendInfo {
  backend: 'webgpu' | 'wasm' | 'cpu';
  /** Adapter description for WebGPU, e.g. `NVIDIA RTX A2000`; `SIMD, 4 threads` for WASM. */
  device: string;
  /** The WebGPU adapter is a software fallback. */
  software: boolean;
  /** Why this one, when the choice was `auto`. */
  reason: string;
}

/** Memory of the networks' worker. */
export interface MemoryInfo {
  tensors: number;
  bytes: number;
  /** Bytes allocated on the GPU including the pool; null when not WebGPU. */
  bytesOnGpu: number | null;
}

/**
 * A bundle ready to be loaded: its manifest and its shards in order. Shards that the browser keeps as files cross to the
 * worker as such, and are read there weight by weight.
 */
export interface BundleData {
  manifest: ModelManifest;
  shards: Shard[];
}

/**
 * What the networks' worker offers (`workers/generation.worker.ts` exposes it through Comlink). `signal`
 * stands for an `AbortSignal` that the bridge carries across the worker. Models are kept by the hash of
 * their weights; a recipe that names a model that is not loaded is refused.
 */
export interface GenerationService {
  /** Starts (or switches) the backend; loaded models must be loaded again by the caller. */
  start(choice: BackendChoice): Promise<BackendInfo>;
  /** Loads a model and drops the shards; loading one that is there already is a no-op. */
  load(bundle: BundleData): Promise<void>;
  unload(sha256: string): Promise<void>;
  /** The generator's own mask only, 8-bit, for the seed grid. */
  makeRawMask(recipe: SampleRecipe, signal?: AbortSignal): Promise<ByteImage>;
  makeSample(recipe: SampleRecipe, signal?: AbortSignal): Promise<SamplePixels>;
  /**
   * What is in a sample, measured at the recipe's size; its image is not made.
   * @param rawMask The generator's own mask, where the caller has it already.
   */
  measureSample(
    recipe: SampleRecipe,
    rawMask: ByteImage | null,
    signal?: AbortSignal,
  ): Promise<SampleMeasures>;
  /** What every layer of a network makes of a recipe, in numbers, and one channel as pixels. */
  inspectLayers(
    recipe: SampleRecipe,
    question: LayerQuestion,
    signal?: AbortSignal,
  ): Promise<LayerReading>;
  /** The w of a recipe, after blend, mix and truncation. */
  makeLatents(recipe: SampleRecipe): Promise<Latents>;
  /** The generator's own mask of w from elsewhere, as they are; the recipe says where it is moved and its noise. */
  makeMaskOfLatents(recipe: SampleRecipe, latents: Latents): Promise<ByteImage>;
  /** The styles of a person's image, by the encoder of a loaded model. */
  encodeStyles(request: EncodeRequest, signal?: AbortSignal): Promise<EncodedImage>;
  /** An image of a person's own maps, as `test.py` makes it. */
  renderMaps(
    imageModel: ModelReference,
    request: MapsRequest,
    signal?: AbortSignal,
  ): Promise<ByteImage>;
  /** K-means of styles: here, because thousands of them take seconds. */
  clusterStyles(styles: InstanceStyle[], options?: ClusterOptions): Promise<StyleClusters>;
  /** Makes one of a loaded model's references and says how far it is from the original's. */
  checkReference(sha256: string, one: ReferenceCase, arrays: Uint8Array): Promise<ReferenceCheck>;
  memory(): Promise<MemoryInfo>;
}
