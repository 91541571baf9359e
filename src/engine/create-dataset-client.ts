import { proxy } from 'comlink';
import type { RealLayout } from '../dataset/real/find-samples.ts';
import type { FeatureSummary } from '../dataset/report/feature-summary.ts';
import type { SheetItem, SheetSample } from '../pipeline/sheet-sample.ts';
import type { ArchiveKind, DatasetService, OpenedSet } from '../services/dataset-service.ts';
import { reopening } from './reopening.ts';
import type { WorkerLink } from './worker-link.ts';

/** A real set in numbers, and how it was recognised. */
export interface RealSet {
  layout: RealLayout | 'coco';
  summary: FeatureSummary;
  skipped: number;
}

/** Reads data sets in a worker of their own; one set is open at a time. */
export interface DatasetClient {
  /** Looks what an archive is. */
  look(file: File): Promise<ArchiveKind>;
  /** Opens a data set of ours. @throws CytoForgeError for one that cannot be used. */
  open(file: File): Promise<OpenedSet>;
  /** Small pictures of the samples `16 · part …` of the open set. */
  sheet(part: number): Promise<SheetItem[]>;
  sample(index: number): Promise<SheetSample | null>;
  close(): Promise<void>;
  /** Measures a real set. @throws CytoForgeError `unsupported` when nothing is recognised; `cancelled`. */
  measure(
    files: readonly File[],
    onProgress: (done: number, total: number) => void,
    signal: AbortSignal,
  ): Promise<RealSet>;
}

/** A file by its path within the dropped folder. */
const pathOf = (file: File): string => file.webkitRelativePath || file.name;

function nameOfSet(files: readonly File[]): string {
  const [first] = files;
  if (files.length === 1) return first.name.replace(/\.zip$/i, '');
  return pathOf(first).split('/')[0];
}

/** The page's side of the data set worker. */
export function createDatasetClient(spawn: () => WorkerLink<DatasetService>): DatasetClient {
  const worker = reopening(spawn);
  return {
    look: (file) => worker.call((service) => service.look(file, file.name)),
    open: (file) => worker.call((service) => service.open(file, file.name)),
    sheet: (part) => worker.call((service) => service.sheet(part)),
    sample: (index) => worker.call((service) => service.sample(index)),
    close: () => worker.call((service) => service.close()),
    measure(files, onProgress, signal) {
      const named = files.map((file) => ({ file, path: pathOf(file) }));
      return worker.call(
        (service, crossing) =>
          service.measure(named, nameOfSet(files), proxy(onProgress), crossing),
        signal,
      );
    },
  };
}
