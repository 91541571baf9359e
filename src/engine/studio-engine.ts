import type { AnalysisService } from '../services/benchmark/analysis-service.ts';
import type { BenchmarkClient } from './benchmark-client.ts';
import type { DatasetClient } from './create-dataset-client.ts';
import type { MaskFilesClient } from './create-mask-files-client.ts';
import type { ExportClient } from './export-client.ts';
import type { GenerationClient } from './generation-client.ts';
import type { ModelLibrary } from './model-library.ts';
import type { ModelTrials } from './model-trials.ts';
import type { ToolsClient } from './tools-client.ts';
import type { VideoClient } from './video-client.ts';

/** Everything the store asks for: the page's side of all workers. Tests pass one without workers. */
export interface StudioEngine {
  generation: GenerationClient;
  library: ModelLibrary;
  exports: ExportClient;
  datasets: DatasetClient;
  videos: VideoClient;
  maskFiles: MaskFilesClient;
  trials: ModelTrials;
  tools: ToolsClient;
  benchmark: BenchmarkClient;
  analysis: AnalysisService;
  /** Offers a file as a download. */
  download(file: Blob, fileName: string): void;
}
