import type { Delivery } from './delivery.ts';
import type { ExportClient } from './export-client.ts';
import type { GenerationClient } from './generation-client.ts';
import type { ModelLibrary } from './model-library.ts';

/** Everything the store asks for: the page's side of all workers. Tests pass one without workers. */
export interface StudioEngine {
  generation: GenerationClient;
  library: ModelLibrary;
  exports: ExportClient;
  /** How a finished file reaches the person. */
  delivery: Pick<Delivery, 'download'>;
}
