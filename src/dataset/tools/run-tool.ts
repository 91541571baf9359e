import { CytoForgeError, toPlainError } from '../../errors.ts';
import type { DatasetEntry } from '../zip-writer.ts';
import { encodePicture } from './encode-picture.ts';
import { type Picture, readPicture } from './picture.ts';
import { unusedPath } from './picture-path.ts';
import type { PictureFile, PictureSet } from './picture-set.ts';
import { prepareTool } from './prepare-tool.ts';
import {
  REPORT_NAME,
  type ReportRow,
  type SkippedRow,
  skippedRow,
  type ToolReport,
} from './tool-report.ts';
import type { ToolStep } from './tool-step.ts';
import type { ToolUnit, ToolWork } from './tool-work.ts';

/** What to run. */
export interface ToolOrder {
  step: ToolStep;
  set: PictureSet;
  appVersion: string;
  signal?: AbortSignal;
  /** Called between units, where other work of the thread may have its turn. */
  pause?(): Promise<void>;
  onProgress?(progress: ToolProgress): void;
  /** Told before the last files are written. */
  onEnd?(report: ToolReport): void;
}

/** How far a run is. */
export interface ToolProgress {
  /** Units done, of how many. */
  done: number;
  total: number;
  /** Files written so far. */
  files: number;
  skipped: number;
}

/** Decodes a file, and keeps what had to be changed for it. */
export function readFileOfSet(notices: Set<string>): (file: PictureFile) => Promise<Picture> {
  return async ({ path, role, read }) => {
    const picture = readPicture(await read(), path, role);
    for (const notice of picture.notices) notices.add(notice);
    return picture;
  };
}

/** Failures of a file leave the others alone; a full memory or a lost disk do not. */
function isFileFault(error: unknown): error is CytoForgeError {
  const fatal = ['internal', 'cancelled', 'no-space', 'worker-crashed'];
  return error instanceof CytoForgeError && !fatal.includes(error.code);
}

/** One unit as files of the ZIP, written into `rows`. */
async function* unitEntries(
  work: ToolWork,
  unit: ToolUnit,
  step: ToolStep,
  used: Set<string>,
  rows: ReportRow[],
): AsyncGenerator<DatasetEntry> {
  const notices = new Set<string>();
  const { files, notes } = await work.process(unit, readFileOfSet(notices));
  const to: string[] = [];
  for (const file of files) {
    const name = unusedPath(file.path, used);
    const data = 'copyOf' in file ? await file.copyOf.read() : encodePicture(file.make(), step);
    yield { name, data };
    to.push(name);
  }
  const from = [...unit.files, ...unit.companions].map(({ path }) => path);
  const read = [...notices];
  rows.push({ from, to, ...(notes?.length && { notes }), ...(read.length > 0 && { read }) });
}

/**
 * Runs a tool over a set, as the files of a ZIP: pictures, then what the tool adds, then the report. A file that cannot
 * be used is left out and named in the report. A run that is cancelled ends with what it had.
 * @throws CytoForgeError `bad-option` for settings out of range, and when no file could be used.
 */
export async function* runTool(order: ToolOrder): AsyncGenerator<DatasetEntry> {
  const { step, set, signal } = order;
  const work = await prepareTool(step, set);
  const rows: ReportRow[] = [];
  const skipped: SkippedRow[] = [];
  // The report's own name stays free, and those of the files a tool adds.
  const used = new Set([REPORT_NAME, ...Object.keys(work.finish?.() ?? {})]);
  const progress: ToolProgress = { done: 0, total: work.units.length, files: 0, skipped: 0 };
  order.onProgress?.({ ...progress });
  for (const unit of work.units) {
    if (signal?.aborted) break;
    try {
      for await (const entry of unitEntries(work, unit, step, used, rows)) {
        progress.files += 1;
        yield entry;
      }
    } catch (error) {
      if (!isFileFault(error)) throw error;
      const from = unit.files.map(({ path }) => path);
      skipped.push(skippedRow(from, toPlainError(error)));
      progress.skipped += 1;
    }
    progress.done += 1;
    order.onProgress?.({ ...progress });
    await order.pause?.();
  }
  if (rows.length === 0 && !signal?.aborted) throw nothingMade(skipped);
  const report: ToolReport = {
    format: 'cytoforge-tool-report',
    version: 1,
    app: order.appVersion,
    status: signal?.aborted ? 'cancelled' : 'done',
    step,
    summary: work.summary?.() ?? {},
    ignored: set.others.length,
    files: rows,
    skipped,
  };
  order.onEnd?.(report);
  const finish = { ...work.finish?.(), [REPORT_NAME]: report };
  for (const [name, content] of Object.entries(finish)) {
    yield { name, data: new TextEncoder().encode(`${JSON.stringify(content)}\n`) };
  }
}

function nothingMade([first]: readonly SkippedRow[]): CytoForgeError {
  return new CytoForgeError('bad-option', 'No file could be used.', {
    where: first?.from[0],
    found: first ? first.reason : 'no pictures that this tool is for',
    expected: 'PNG, TIFF or JPEG pictures',
  });
}
