/**
 * The shape of the store: what the page can see and do. Slices implement it, `app` reads it, nothing here
 * knows how a network works. Actions never throw: failures become `ErrorView`s in the state.
 */

import type { ModelManifest } from '../checkpoints/bundle/manifest.ts';
import type { ExportProgress } from '../engine/export-client.ts';
import type { StorageReport } from '../engine/storage-report.ts';
import type { VideoProgress } from '../engine/video-client.ts';
import type { ErrorCode, ErrorDetails } from '../errors.ts';
import type { ByteImage } from '../imaging/image.ts';
import type { EncodedImage } from '../pipeline/encode-styles.ts';
import type { BackendChoice, BackendInfo, MemoryInfo } from '../pipeline/generation-service.ts';
import type { DatasetPlan } from '../pipeline/plan/dataset-plan.ts';
import type {
  CanvasRecipe,
  MaskEdits,
  MixRecipe,
  NoiseMode,
  SampleRecipe,
  SeedWeight,
  SizeRecipe,
  StylePalette,
  StyleRecipe,
  TransformRecipe,
  TruthRecipe,
} from '../pipeline/recipe.ts';
import type { SamplePixels } from '../pipeline/sample.ts';
import type { OpticsRecipe, SpotsRecipe } from '../pipeline/spots-recipe.ts';
import type { MixPlan } from '../pipeline/style-mix.ts';
import type { VideoPlan } from '../pipeline/video-plan.ts';
import type { VideoFormat } from '../services/video/frame-sink.ts';
import type { BenchmarkSlice } from './benchmark-slice.ts';
import type { DatasetSlice } from './dataset-slice.ts';
import type { FavouritesSlice } from './favourites-slice.ts';
import type { KeptSlice } from './kept-slice.ts';
import type { KeptThumbnailsSlice } from './kept-thumbnails.ts';
import type { LayersSlice } from './layers-slice.ts';
import type { PaintSlice } from './paint-slice.ts';
import type { SearchSlice } from './search-slice.ts';
import type { ToolsSlice } from './tools-slice.ts';
import type { TrialsSlice } from './trials-slice.ts';
import type { VariantsSlice } from './variants-slice.ts';

/** A failure as the page shows it. */
export interface ErrorView {
  code: ErrorCode;
  message: string;
  details: ErrorDetails;
}

/** A line in the corner of the page. */
export interface Notice {
  id: string;
  kind: 'info' | 'success' | 'warning' | 'error';
  /** i18n key (`notice.*`) or, when there is none, plain text. */
  message: string;
  values?: Record<string, string | number>;
  error?: ErrorView;
  /** A way back or on, as a button; the notice goes when it is pressed. */
  action?: { /** i18n key. */ label: string; run(): void };
}

/** The networks' worker as the top bar shows it. */
export interface DeviceSlice {
  device: {
    status: 'starting' | 'ready' | 'restarting' | 'failed';
    choice: BackendChoice;
    info: BackendInfo | null;
    memory: MemoryInfo | null;
    /** Milliseconds of the last whole sample. */
    lastSampleMs: number | null;
    error: ErrorView | null;
  };
  chooseBackend(choice: BackendChoice): Promise<void>;
}

/** A model that can be picked. */
export interface ModelEntry {
  /** Hash of its weights. */
  sha256: string;
  manifest: ModelManifest;
  origin: 'demo' | 'dropped';
  /** What it makes: the mask, the image of a mask, or spots from points (not offered in Explore). */
  role: 'mask' | 'image' | 'spots' | 'segmenter';
  bytes: number;
  /** Model card as Markdown, when there is one. */
  card: string | null;
}

/** A dropped file on its way to becoming a model. */
export interface ModelImport {
  id: string;
  fileNames: string[];
  status: 'waiting' | 'reading' | 'converting' | 'done' | 'failed' | 'cancelled';
  /** 0..1 */
  progress: number;
  error: ErrorView | null;
  /** Once done: the generator in training was taken, as the snapshot has no averaged one. */
  unaveraged?: boolean;
}

export interface ModelsSlice {
  models: ModelEntry[];
  /** Hash of the chosen StyleGAN; null until the demo manifest is read. */
  maskModel: string | null;
  /** Hash of the chosen pix2pixHD; null for masks only. */
  imageModel: string | null;
  /** The chosen models are still being fetched. */
  modelsStatus: 'loading' | 'ready' | 'failed';
  modelsError: ErrorView | null;
  imports: ModelImport[];
  /** Where opened models are kept and how much room there is; null until it is known. */
  storage: StorageReport | null;
  /** `.pkl`, `.pth`, `.npy`, `opt.txt`, or a bundle (`model.json` + shards), in any mix. */
  dropFiles(files: File[]): Promise<void>;
  pickModel(sha256: string): Promise<void>;
  /** Masks and labels only, until an image model is picked. */
  pickNoImageModel(): Promise<void>;
  /** Forgets an opened model; if it is in use, the first other one takes its place, and a notice says so. */
  removeModel(sha256: string): Promise<void>;
  /** Stops the drop that an import is of; what is kept already stays. */
  cancelImport(id: string): void;
  dismissImport(id: string): void;
  /** Asks the browser not to clear opened models by itself. */
  keepModels(): Promise<void>;
}

/** How the large view shows the sample. */
export type ViewMode = 'mask' | 'labels' | 'image' | 'overlay';

/** What the Explore workspace shows; all of it is in the URL. */
export interface ExploreView {
  /** Seed ranges as typed, e.g. `1-100,205`. */
  seeds: string;
  /** The seed in the large view. */
  seed: number;
  blend: SeedWeight[];
  mix: MixRecipe | null;
  classIndex: number | null;
  psi: number;
  cutoff: number | null;
  transform: TransformRecipe;
  canvas: CanvasRecipe | null;
  noiseMode: NoiseMode;
  truth: TruthRecipe;
  /** Of the draw in view. */
  edits: MaskEdits | null;
  /** Name of the dropped label map in view, whose pixels are `edits`; empty for a draw. */
  dropped: string;
  size: SizeRecipe;
  style: StyleRecipe;
  spots: SpotsRecipe | null;
  optics: OpticsRecipe | null;
  /** Left and right large view. */
  leftView: ViewMode;
  rightView: ViewMode;
  /** Seeds kept for export. */
  pinned: number[];
}

/** One cell of the grid. */
export interface Thumbnail {
  status: 'waiting' | 'busy' | 'done' | 'failed';
  image: ByteImage | null;
}

export interface ExploreSlice {
  view: ExploreView;
  /** The seeds of `view.seeds`, parsed; empty with `seedsError` when the text is no range. */
  seedList: number[];
  seedsError: ErrorView | null;
  sample: {
    status: 'empty' | 'busy' | 'done' | 'failed';
    recipe: SampleRecipe | null;
    pixels: SamplePixels | null;
    error: ErrorView | null;
  };
  /** By seed, for the settings of `view`; a change of settings empties it. */
  thumbnails: ReadonlyMap<number, Thumbnail>;
  /** What each style cluster looks like, made once per image model; empty without clusters. */
  clusterThumbnails: (Thumbnail & { cluster: number })[];
  /** Instance id under the pointer or picked by click in the large view. */
  pickedInstance: number | null;
  /** Changes the view; the sample follows, latest wins. */
  updateView(patch: Partial<ExploreView>): void;
  resetView(): void;
  /** Shows a sample by its recipe: everything of it, where its models are in the library. */
  openRecipe(recipe: SampleRecipe): Promise<void>;
  /**
   * Says which seeds are on screen: those are made first, then the ones ahead (by default, those that follow in the
   * list of seeds).
   */
  showSeeds(seeds: number[], ahead?: number[]): void;
  /** The seed under the pointer is made before all others. */
  pointAtSeed(seed: number | null): void;
  pin(seed: number): void;
  unpin(seed: number): void;
  pickInstance(id: number | null): void;
  /** Downloads the w of the sample in view (null) or of seeds, as `.npz`. */
  saveLatents(seeds: readonly number[] | null): Promise<void>;
  /** Style of one instance; null returns it to the sample's rule. */
  setInstanceStyle(id: number, cluster: number | null): void;
}

/** A person's images on their way to a palette. */
export interface StyleTaking {
  status: 'busy' | 'done' | 'failed';
  /** Of the image, or of several. */
  name: string;
  /** Images. */
  done: number;
  total: number;
  /** Objects found so far. */
  cells: number;
  /** The image read last, and which style of the palette each of its objects has, by id. */
  shown: { image: EncodedImage; styleOf: number[] } | null;
  /** Images of several that could not be used. */
  skipped: { name: string; error: ErrorView }[];
  /** Name of the palette that came of it. */
  palette: string | null;
  error: ErrorView | null;
}

export interface StylesSlice {
  /** Null when none was asked for, or it was dismissed. */
  styleTaking: StyleTaking | null;
  /** Palettes taken here, also earlier; the view's own may be another, of a link. */
  palettes: StylePalette[];
  /**
   * Takes the styles of images (with maps of their objects among the files): of one, a style for each cell; of
   * several, ten clusters. The palette is used at once.
   */
  takeStyles(files: File[]): Promise<void>;
  /** Puts the images away; what is under way is cancelled. */
  dismissStyles(): void;
  /** Null: the model's own styles. */
  usePalette(palette: StylePalette | null): void;
  forgetPalette(name: string): void;
  /** Downloads it as `features_clustered_NNN.npy`, which the original reads. */
  savePalette(palette: StylePalette): void;
}

/** What to export. */
export interface ExportRequest {
  /** Seed ranges as typed. */
  seeds: string;
  fileName: string;
  /** Write to a file the person picks (File System Access) instead of a download. */
  toPickedFile: boolean;
}

/** The export as its panel shows it. */
export interface ExportJob extends Omit<ExportProgress, 'error'> {
  error: ErrorView | null;
}

export interface ExportSlice {
  exportJob: ExportJob | null;
  /** True where the browser can write to a picked file. */
  canPickFile: boolean;
  startExport(request: ExportRequest): Promise<void>;
  /** Runs a plan of the Data set workspace. */
  runPlan(plan: DatasetPlan, toPickedFile: boolean): Promise<void>;
  /** Holds it after the samples under way. */
  pauseExport(): void;
  unpauseExport(): void;
  /** Stops; what was written is delivered as a valid ZIP. */
  cancelExport(): void;
  /** Goes on with an export that a closed tab interrupted. */
  resumeExport(): Promise<void>;
  /** Delivers the finished part of an interrupted export as a ZIP. */
  saveInterruptedExport(): Promise<void>;
  dismissExport(): Promise<void>;
}

/** The mixing matrix. */
export interface MixSlice {
  /** Masks of the matrix by `cellKey`; empty while it is closed. */
  mixCells: ReadonlyMap<string, Thumbnail>;
  /** Makes the masks of a matrix at the view's settings; null ends that. */
  showMixes(plan: MixPlan | null): void;
  /** Downloads the matrix as one PNG, the seeds' own masks on its edges. */
  downloadMixes(plan: MixPlan): void;
}

/** An interpolation video as a person asks for it. */
export interface VideoOrder {
  plan: VideoPlan;
  what: 'mask' | 'image';
  /** Style cluster of every cell. */
  style: number;
  format: VideoFormat;
  fps: number;
  /** Of a cell of the grid, in pixels. */
  cellWidth: number;
  fileName: string;
}

/** The video as its dialog shows it. */
export interface VideoJob extends Omit<VideoProgress, 'error'> {
  fileName: string;
  error: ErrorView | null;
}

export interface VideoSlice {
  videoJob: VideoJob | null;
  /** What this browser can write, the best first; a ZIP of frames always. */
  videoFormats: readonly VideoFormat[];
  /** Asks the browser what it can encode at a size. */
  findVideoFormats(shape: { width: number; height: number; fps: number }): Promise<void>;
  startVideo(order: VideoOrder): Promise<void>;
  /** Stops and drops the frames. */
  cancelVideo(): void;
  saveVideo(): void;
  dismissVideo(): void;
}

/** The rooms of the studio that the rail leads to. */
export type Workspace =
  | 'explore'
  | 'paint'
  | 'spots'
  | 'tools'
  | 'dataset'
  | 'benchmark'
  | 'models';

/** The colours of the studio; `system` follows the operating system. */
export type ThemeChoice = 'dark' | 'light' | 'system';

export interface InterfaceSlice {
  language: 'en' | 'zh-CN';
  theme: ThemeChoice;
  workspace: Workspace;
  notices: Notice[];
  setLanguage(language: 'en' | 'zh-CN'): void;
  setTheme(theme: ThemeChoice): void;
  openWorkspace(workspace: InterfaceSlice['workspace']): void;
  notify(notice: Omit<Notice, 'id'>): void;
  dismissNotice(id: string): void;
}

/** The whole store. `src/store/studio-store.ts` exports `useStudio` over it. */
export type StudioState = DeviceSlice &
  ModelsSlice &
  ExploreSlice &
  StylesSlice &
  ExportSlice &
  MixSlice &
  VideoSlice &
  KeptSlice &
  FavouritesSlice &
  KeptThumbnailsSlice &
  ToolsSlice &
  DatasetSlice &
  BenchmarkSlice &
  LayersSlice &
  TrialsSlice &
  PaintSlice &
  SearchSlice &
  VariantsSlice &
  InterfaceSlice & {
    /** Starts workers, demo models and the view of the URL; called once by the shell. */
    startStudio(): Promise<void>;
  };
