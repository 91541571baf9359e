import type { RolesBy } from '../dataset/tools/picture-set.ts';
import type { SkippedRow } from '../dataset/tools/tool-report.ts';
import type { ToolStep } from '../dataset/tools/tool-step.ts';
import type { PlainError } from '../errors.ts';
import type { SetSummary } from '../services/tools/describe-set.ts';
import type { DroppedFile } from '../services/tools/open-files.ts';
import type { ToolPreview } from '../services/tools/preview-tool.ts';

/** A tool to run over the open source. */
export interface ToolRequest {
  step: ToolStep;
  rolesBy: RolesBy;
  /** Proposed for the ZIP. */
  fileName: string;
}

/** How far a run is. */
export interface ToolRunProgress {
  status: 'running' | 'finishing' | 'done' | 'cancelled' | 'failed';
  fileName: string;
  /** Pictures or pairs done, of how many. */
  done: number;
  total: number;
  /** Files written, without the report. */
  files: number;
  skipped: number;
  bytes: number;
  /** By the last ones; null at first. */
  secondsLeft: number | null;
  /** The first files that were left out, and why. */
  leftOut: SkippedRow[];
  /** The ZIP; null before the end, and when it was written to a picked file. */
  file: Blob | null;
  error: PlainError | null;
}

/** Runs tools over folders and archives in the background, one at a time. */
export interface ToolsClient {
  /** True where the browser can write to a picked file. */
  readonly canPickFile: boolean;
  /**
   * Opens a source; the one before is forgotten.
   * @throws CytoForgeError `refused-archive`, `corrupt`, `truncated`.
   */
  open(files: DroppedFile[]): Promise<void>;
  /** What is in the open source. */
  describe(rolesBy: RolesBy): Promise<SetSummary>;
  /** What a tool makes of the first pictures. @throws CytoForgeError `bad-option`. */
  preview(step: ToolStep, rolesBy: RolesBy): Promise<ToolPreview>;
  /**
   * Runs a tool to its end. Failures on the way are told to the listener.
   * @param toPickedFile Asks for a file first; the call must come from a click then.
   * @throws CytoForgeError `cancelled` when no file was picked.
   */
  run(
    request: ToolRequest,
    toPickedFile: boolean,
    listener: (progress: ToolRunProgress) => void,
  ): Promise<void>;
  /** Stops the running one; what was made is a valid ZIP. */
  cancel(): void;
}
