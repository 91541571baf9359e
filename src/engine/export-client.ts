import type { PlainError } from '../errors.ts';
import type { ExportPlan } from '../services/export-plan.ts';

/** How far an export is. */
export interface ExportProgress {
  id: string;
  status: 'running' | 'finishing' | 'done' | 'cancelled' | 'failed' | 'interrupted';
  fileName: string;
  done: number;
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
  start(plan: ExportPlan, toPickedFile: boolean, listener: ExportListener): Promise<void>;
  /** Stops the running one; what was written is delivered as a valid ZIP. */
  cancel(): void;
  /** An export that a closed tab left behind. */
  findInterrupted(): Promise<ExportProgress | null>;
  /** Goes on with the interrupted export. @throws CytoForgeError `bad-recipe` when its models are gone. */
  resume(listener: ExportListener): Promise<void>;
  /** Delivers what the interrupted export had finished. */
  saveInterrupted(listener: ExportListener): Promise<void>;
  /** Forgets the finished or interrupted export and frees its space. */
  dismiss(): Promise<void>;
}
