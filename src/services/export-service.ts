import { bundleReference } from '../dataset/dataset-manifest.ts';
import { type ExportOutcome, exportDataset } from '../dataset/export-dataset.ts';
import type { SampleImages } from '../dataset/sample-files.ts';
import { type PlainError, toPlainError } from '../errors.ts';
import type { SampleRecipe } from '../pipeline/recipe.ts';
import { type ExportJournal, findInterrupted, type JournalEntry } from './export-journal.ts';
import type { ExportLocks } from './export-locks.ts';
import { type ExportPlan, recipesOfPlan } from './export-plan.ts';
import { oneAhead } from './one-ahead.ts';
import { storageFailure } from './opfs/private-folder.ts';
import { fileSink, memorySink, writeAll } from './zip-sink.ts';

/** So many samples are lost at most when the tab closes. */
const SAMPLES_PER_SEGMENT = 16;

/** Which export to run. */
export interface ExportOrder {
  id: string;
  plan: ExportPlan;
  /** A file the person picked; null writes to the browser's own storage. */
  target: FileSystemFileHandle | null;
  appVersion: string;
}

/** How far it is. */
export interface ExportNews {
  phase: 'running' | 'finishing';
  done: number;
  bytes: number;
}

/** How it ended; the ZIP is valid in every case. */
export interface ExportResult {
  status: ExportOutcome['status'];
  done: number;
  bytes: number;
  error: PlainError | null;
  /** What to download; null when it was written to a picked file. */
  file: Blob | null;
}

/** What the export worker offers. */
export interface ExportService {
  /**
   * Runs an export, or goes on with the one of that id. A signal that is aborted from the start delivers what
   * there is.
   * @param makeSample Makes the pixels; asked for at most one more than is being written, so that the exporter
   * sets the pace.
   */
  run(
    order: ExportOrder,
    makeSample: (recipe: SampleRecipe) => Promise<SampleImages>,
    onNews: (news: ExportNews) => void,
    signal?: AbortSignal,
  ): Promise<ExportResult>;
  /** The newest export that a closed tab left behind, with how many samples it had finished. */
  findInterrupted(): Promise<(JournalEntry & { done: number }) | null>;
  /** Forgets an export and frees its space. */
  forget(id: string): Promise<void>;
}

/**
 * Exports for the worker they run in.
 * @param openJournal Where exports are written down; null where the browser keeps nothing.
 * @param locks Keeps two tabs from running the same export.
 */
export function createExportService(
  openJournal: () => Promise<ExportJournal | null>,
  locks: ExportLocks,
): ExportService {
  async function runLocked(
    order: ExportOrder,
    makeSample: (recipe: SampleRecipe) => Promise<SampleImages>,
    onNews: (news: ExportNews) => void,
    signal?: AbortSignal,
  ): Promise<ExportResult> {
    const { id, plan, target } = order;
    const { total, recipes } = recipesOfPlan(plan);
    const journal = await openJournal();
    const entry: JournalEntry = { id, plan, total, delivered: false };
    await journal?.write(entry);
    const place = journal && (await journal.place(id));
    const handle = target ?? place?.output;
    const sink = handle ? await fileSink(handle, handle === target) : memorySink();
    const samples = oneAhead(recipes, makeSample);
    const news: ExportNews = { phase: 'running', done: 0, bytes: 0 };
    let outcome: ExportOutcome = { status: 'done', samples: 0 };
    const zip = exportDataset({
      appVersion: order.appVersion,
      bundles: plan.manifests.map(bundleReference),
      recipes: samples.items,
      makeSample: (recipe) => samples.make(recipe),
      signal,
      store: place?.segments,
      samplesPerSegment: SAMPLES_PER_SEGMENT,
      onProgress({ done }) {
        news.done = done;
        onNews({ ...news });
      },
      onEnd(end) {
        outcome = end;
        news.phase = 'finishing';
        onNews({ ...news });
      },
    });
    try {
      const bytes = await writeAll(zip, sink, (written) => {
        news.bytes = written;
      });
      const file = await sink.close();
      const error = outcome.status === 'failed' ? toPlainError(outcome.error) : null;
      // The page's refusal may overtake the signal that it comes from.
      const status = error?.code === 'cancelled' ? 'cancelled' : outcome.status;
      await journal?.write({ ...entry, delivered: status !== 'failed' });
      return {
        status,
        done: outcome.samples,
        bytes,
        error: status === 'failed' ? error : null,
        file,
      };
    } catch (cause) {
      await sink.abort();
      throw storageFailure(cause, plan.fileName);
    }
  }

  return {
    run: (order, makeSample, onNews, signal) =>
      locks.hold(order.id, () => runLocked(order, makeSample, onNews, signal)),
    async findInterrupted() {
      const journal = await openJournal();
      const entry = journal && (await findInterrupted(journal, locks.isHeld));
      if (!entry) return null;
      const { segments } = await journal.place(entry.id);
      const parts = await segments.list();
      return { ...entry, done: Math.min(entry.total, parts.length * SAMPLES_PER_SEGMENT) };
    },
    async forget(id) {
      await (await openJournal())?.remove(id);
    },
  };
}
