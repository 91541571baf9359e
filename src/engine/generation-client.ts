import type { StyleClusters } from '../checkpoints/style-clusters.ts';
import type { ByteImage } from '../imaging/image.ts';
import type { ClusterOptions } from '../pipeline/cluster-styles.ts';
import type { EncodedImage, EncodeRequest, InstanceStyle } from '../pipeline/encode-styles.ts';
import type {
  BackendChoice,
  BackendInfo,
  BundleData,
  MemoryInfo,
} from '../pipeline/generation-service.ts';
import type { Latents } from '../pipeline/latents.ts';
import type { LayerQuestion, LayerReading } from '../pipeline/layer-question.ts';
import type { SampleRecipe } from '../pipeline/recipe.ts';
import type { SamplePixels } from '../pipeline/sample.ts';
import type { SampleMeasures } from '../pipeline/sample-measures.ts';
import type { RequestOptions } from './request-priority.ts';

/** A model the worker can be given, again after each restart; its shards are read when they are needed. */
export interface LoadableModel {
  sha256: string;
  read(): Promise<BundleData>;
}

/** What happens to the worker without being asked for. */
export type WorkerEvent =
  | { kind: 'restarting'; cause: unknown }
  | { kind: 'restarted'; info: BackendInfo }
  | { kind: 'failed'; cause: unknown };

/** The page's side of the networks' worker. Every rejection is a `CytoForgeError`. */
export interface GenerationClient {
  /** Starts (or switches) the backend and loads again the models that were loaded. */
  start(choice: BackendChoice): Promise<BackendInfo>;
  /** Loads a model unless it is there. */
  load(model: LoadableModel): Promise<void>;
  unload(sha256: string): Promise<void>;
  makeRawMask(recipe: SampleRecipe, options: RequestOptions): Promise<ByteImage>;
  makeSample(recipe: SampleRecipe, options: RequestOptions): Promise<SamplePixels>;
  /** What is in a sample; `rawMask` spares the worker to draw it where the page has it already. */
  measureSample(
    recipe: SampleRecipe,
    rawMask: ByteImage | null,
    options: RequestOptions,
  ): Promise<SampleMeasures>;
  /** What the layers of a network make of a recipe. */
  inspectLayers(
    recipe: SampleRecipe,
    question: LayerQuestion,
    options: RequestOptions,
  ): Promise<LayerReading>;
  /** The w of a recipe, after blend, mix and truncation. */
  makeLatents(recipe: SampleRecipe, options: RequestOptions): Promise<Latents>;
  encodeStyles(request: EncodeRequest, options: RequestOptions): Promise<EncodedImage>;
  clusterStyles(
    styles: InstanceStyle[],
    clusters: ClusterOptions,
    options: RequestOptions,
  ): Promise<StyleClusters>;
  memory(): Promise<MemoryInfo>;
  /** Calls back on restarts; returns what ends that. */
  watch(listener: (event: WorkerEvent) => void): () => void;
  /** Ends the worker; everything pending rejects with `cancelled`. */
  dispose(): void;
}
