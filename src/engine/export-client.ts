import type { PlainError } from '../errors.ts';
import type { DatasetPlan } from '../pipeline/plan/dataset-plan.ts';
import type { SheetItem, SheetSample } from '../pipeline/sheet-sample.ts';

/** How far an export is. */
export interface ExportProgress {
  id: string;
  status: 'running' | 'paused' | 'finishing' | 'done' | 'cancelled' | 'failed' | 'interrupted';
  fileName: string;
  done: number;
  /** Candidates that the quality gates kept out. */
  rejected: number;
  total: number;
  bytes: number;
  /** By the last samples; null at first. */
  secondsLeft: number | null;
  error: PlainError | null;
}

/** Hears how far an export is. */
export type ExportListener = (progress: ExportProgress) => void;

/** Makes data sets in the background, one at a time. */
export interface ExportClient {
  /** True where the browser can write to a picked file. */
  readonly canPickFile: boolean;
  /**
   * Runs an export to its end. Failures on the way are told to the listener.
   * @param toPickedFile Asks for a file first; the call must come from a click then.
   * @throws CytoForgeError `bad-option` for bad seeds; `cancelled` when no file was picked.
   */
  start(plan: DatasetPlan, toPickedFile: boolean, listener: ExportListener): Promise<void>;
  /** Stops the running one; what was written is delivered as a valid ZIP. */
  cancel(): void;
  /** Holds the running one after the samples under way, until `unpause`, `cancel`, or the tab closes. */
  pause(): void;
  unpause(): void;
  /** The ZIP of the last export that ended with something in it; null before there is one. */
  finishedFile(): Promise<File | null>;
  /** Small pictures of the finished samples `16 · part …` of the export that was started or found last. */
  sheet(part: number): Promise<SheetItem[]>;
  /** One finished sample of it in full; null when it is not there. */
  sample(index: number): Promise<SheetSample | null>;
  /** An export that a closed tab left behind. */
  findInterrupted(): Promise<ExportProgress | null>;
  /** Goes on with the interrupted export. @throws CytoForgeError `bad-recipe` when its models are gone. */
  resume(listener: ExportListener): Promise<void>;
  /** Delivers what the interrupted export had finished. */
  saveInterrupted(listener: ExportListener): Promise<void>;
  /** Forgets the finished or interrupted export and frees its space. */
  dismiss(): Promise<void>;
}
