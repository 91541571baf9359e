import type { ByteSource } from '../checkpoints/byte-source.ts';
import type { Picture } from '../dataset/tools/picture.ts';
import { type PictureSet, pictureSet, type RolesBy } from '../dataset/tools/picture-set.ts';
import { runTool, type ToolProgress } from '../dataset/tools/run-tool.ts';
import type { SkippedRow, ToolReport } from '../dataset/tools/tool-report.ts';
import type { ToolStep } from '../dataset/tools/tool-step.ts';
import { writeZip } from '../dataset/zip-writer.ts';
import { CytoForgeError } from '../errors.ts';
import { storageFailure } from './opfs/private-folder.ts';
import { breather } from './tools/breather.ts';
import { describeSet, type SetSummary } from './tools/describe-set.ts';
import { type DroppedFile, openFiles } from './tools/open-files.ts';
import { previewTool, type ToolPreview } from './tools/preview-tool.ts';
import type { ResultFolder } from './tools/result-folder.ts';
import { fileSink, memorySink, writeAll } from './zip-sink.ts';

/** Pixels of so many pictures are kept for the next preview. */
const KEPT_PICTURES = 24;
/** So many files that were left out are told to the page; all are in the report. */
const MOST_SKIPPED = 50;
const NEWS_EVERY_MS = 60;

/** Which run to make. */
export interface ToolRun {
  step: ToolStep;
  rolesBy: RolesBy;
  /** A file the person picked; null writes to the browser's own storage. */
  target: FileSystemFileHandle | null;
  appVersion: string;
}

/** How far a run is. */
export interface ToolNews extends ToolProgress {
  bytes: number;
}

/** How a run ended; its ZIP is valid in both cases. */
export interface ToolResult extends ToolNews {
  status: ToolReport['status'];
  /** The first files that were left out, and why. */
  leftOut: SkippedRow[];
  /** What to download; null when it was written to a picked file. */
  file: Blob | null;
}

/** What the tools' worker offers. */
export interface ToolsService {
  /**
   * Opens a source under a name; the one before is forgotten.
   * @throws CytoForgeError `refused-archive`, `corrupt`, `truncated` for a ZIP that is not to be trusted.
   */
  open(id: string, files: DroppedFile[]): Promise<void>;
  /** Whether a source is open: a worker that was started again has none. */
  has(id: string): Promise<boolean>;
  describe(rolesBy: RolesBy): Promise<SetSummary>;
  /** @throws CytoForgeError `bad-option` for settings out of range. */
  preview(step: ToolStep, rolesBy: RolesBy): Promise<ToolPreview>;
  /**
   * Runs a tool over the source. Aborted, it ends with what it had.
   * @throws CytoForgeError `bad-option` when no file could be used; `no-space`, `io`.
   */
  run(run: ToolRun, onNews: (news: ToolNews) => void, signal?: AbortSignal): Promise<ToolResult>;
}

/**
 * Tools for the worker they run in.
 * @param openBlob Reads slices of a file.
 * @param results Where ZIPs are written; null where the browser keeps nothing.
 */
export function createToolsService(
  openBlob: (blob: Blob, name: string) => ByteSource,
  results: () => Promise<ResultFolder | null>,
): ToolsService {
  let openId: string | null = null;
  let files: ReturnType<typeof openFiles> = [];
  let known: { rolesBy: RolesBy; set: PictureSet } | null = null;
  const pictures = new Map<string, Promise<Picture>>();

  function setBy(rolesBy: RolesBy): PictureSet {
    if (openId === null) throw new CytoForgeError('internal', 'No source is open.');
    if (known?.rolesBy !== rolesBy) {
      known = { rolesBy, set: pictureSet(files, rolesBy) };
      pictures.clear();
    }
    return known.set;
  }

  return {
    async open(id, dropped) {
      openId = null;
      known = null;
      pictures.clear();
      files = openFiles(dropped, openBlob);
      openId = id;
    },
    has: async (id) => id === openId,
    describe: async (rolesBy) => describeSet(setBy(rolesBy)),
    async preview(step, rolesBy) {
      const preview = await previewTool(step, setBy(rolesBy), pictures);
      for (const path of [...pictures.keys()].slice(0, -KEPT_PICTURES)) pictures.delete(path);
      return preview;
    },
    async run({ step, rolesBy, target, appVersion }, onNews, signal) {
      const set = setBy(rolesBy);
      const folder = target ? null : await results();
      const handle = target ?? (await folder?.create()) ?? null;
      const sink = handle ? await fileSink(handle, handle === target) : memorySink();
      let news: ToolNews = { done: 0, total: 0, files: 0, skipped: 0, bytes: 0 };
      const seen: { report?: ToolReport } = {};
      let told = Number.NEGATIVE_INFINITY;
      const onEnd = (end: ToolReport) => {
        seen.report = end;
      };
      const zip = writeZip(
        runTool({
          step,
          set,
          signal,
          appVersion,
          pause: breather(),
          onEnd,
          onProgress(progress) {
            news = { ...news, ...progress };
            if (performance.now() - told < NEWS_EVERY_MS) return;
            told = performance.now();
            onNews(news);
          },
        }),
      );
      try {
        await writeAll(zip, sink, (bytes) => {
          news = { ...news, bytes };
        });
        const file = await sink.close();
        const { status = 'done', skipped = [] } = seen.report ?? {};
        return { ...news, status, leftOut: skipped.slice(0, MOST_SKIPPED), file };
      } catch (cause) {
        await sink.abort();
        throw storageFailure(cause, 'the ZIP');
      }
    },
  };
}
