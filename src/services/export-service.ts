import type { FinishedSample } from '../dataset/dataset-segment.ts';
import { type ExportOutcome, exportDataset } from '../dataset/export-dataset.ts';
import type { SampleImages } from '../dataset/sample-files.ts';
import { type PlainError, toPlainError } from '../errors.ts';
import type { DatasetPlan } from '../pipeline/plan/dataset-plan.ts';
import { exportOptions } from '../pipeline/plan/export-options.ts';
import { parsePlan } from '../pipeline/plan/parse-plan.ts';
import { countPlanned, planSource } from '../pipeline/plan/plan-source.ts';
import type { SampleRecipe } from '../pipeline/recipe.ts';
import type { SheetItem, SheetSample } from '../pipeline/sheet-sample.ts';
import { type ExportJournal, findInterrupted, type JournalEntry } from './export-journal.ts';
import type { ExportLocks } from './export-locks.ts';
import { readPart, sheetItem, sheetSample } from './export-sheet.ts';
import { oneAhead } from './one-ahead.ts';
import { storageFailure } from './opfs/private-folder.ts';
import { fileSink, memorySink, writeAll } from './zip-sink.ts';

/** So many samples are lost at most when the tab closes. */
export const SAMPLES_PER_SEGMENT = 16;

/** Which export to run. */
export interface ExportOrder {
  id: string;
  plan: DatasetPlan;
  /** A file the person picked; null writes to the browser's own storage. */
  target: FileSystemFileHandle | null;
  appVersion: string;
}

/** How far it is. */
export interface ExportNews {
  phase: 'running' | 'finishing';
  done: number;
  rejected: number;
  bytes: number;
}

/** How it ended; the ZIP is valid in every case. */
export interface ExportResult {
  status: ExportOutcome['status'];
  done: number;
  rejected: number;
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
  /** The newest export that a closed tab left behind. */
  findInterrupted(): Promise<JournalEntry | null>;
  /**
   * Small pictures of the samples `16 · part …` of an export that are finished; none where the browser keeps nothing.
   */
  sheet(id: string, part: number): Promise<SheetItem[]>;
  /** One finished sample in full; null when it is not there. */
  sample(id: string, index: number): Promise<SheetSample | null>;
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
  /** The part that is being filled by the running export. */
  let open: { id: string; samples: FinishedSample<SampleRecipe>[] } = { id: '', samples: [] };

  /** The finished samples of a part, kept or not yet. */
  async function finished(id: string, part: number): Promise<FinishedSample<SampleRecipe>[]> {
    const inPart = ({ entry }: FinishedSample<SampleRecipe>) =>
      Math.floor(entry.index / SAMPLES_PER_SEGMENT) === part;
    const unkept = open.id === id ? open.samples.filter(inPart) : [];
    if (unkept.length > 0) return unkept;
    const journal = await openJournal();
    const entry = await journal?.read(id);
    if (!journal || !entry) return [];
    const { segments } = await journal.place(id);
    return readPart(segments, part, exportOptions(entry.plan, ''));
  }

  async function runLocked(
    order: ExportOrder,
    makeSample: (recipe: SampleRecipe) => Promise<SampleImages>,
    onNews: (news: ExportNews) => void,
    signal?: AbortSignal,
  ): Promise<ExportResult> {
    const { id, target } = order;
    // Fields in one order, so that a plan out of the journal gives the same text of every recipe.
    const plan = parsePlan(order.plan);
    const total = countPlanned(plan);
    const source = planSource(plan);
    const journal = await openJournal();
    const earlier = await journal?.read(id);
    const { done, rejected } = earlier ?? { done: 0, rejected: 0 };
    const entry: JournalEntry = { id, plan, total, done, rejected, delivered: false };
    await journal?.write(entry);
    const place = journal && (await journal.place(id));
    const handle = target ?? place?.output;
    const sink = handle ? await fileSink(handle, handle === target) : memorySink();
    const make = oneAhead(source.ahead, makeSample);
    const news: ExportNews = { phase: 'running', done: 0, rejected: 0, bytes: 0 };
    let outcome: ExportOutcome = { status: 'done', samples: 0, rejected: 0 };
    open = { id, samples: [] };
    const zip = exportDataset({
      ...exportOptions(plan, order.appVersion),
      source,
      makeSample: make,
      signal,
      store: place?.segments,
      samplesPerSegment: SAMPLES_PER_SEGMENT,
      onSample: (sample) => void open.samples.push(sample),
      async onKept(kept) {
        open.samples = [];
        if (kept.done <= entry.done) return;
        Object.assign(entry, { done: kept.done, rejected: kept.rejected });
        await journal?.write(entry);
      },
      onProgress({ done, rejected }) {
        Object.assign(news, { done, rejected });
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
        rejected: outcome.rejected,
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
      return journal && findInterrupted(journal, locks.isHeld);
    },
    async sheet(id, part) {
      const items = (await finished(id, part)).map(sheetItem);
      return items.filter((item) => item !== null);
    },
    async sample(id, index) {
      const part = await finished(id, Math.floor(index / SAMPLES_PER_SEGMENT));
      const sample = part.find(({ entry }) => entry.index === index);
      return sample ? sheetSample(sample) : null;
    },
    async forget(id) {
      await (await openJournal())?.remove(id);
    },
  };
}
