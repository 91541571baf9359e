/**
 * What survives a closed tab: a folder per export with its plan and its finished parts. An export that is
 * running holds a lock, so one that has a journal and no lock was interrupted.
 */
import type { SegmentStore } from '../dataset/segment-store.ts';
import type { DatasetPlan } from '../pipeline/plan/dataset-plan.ts';

/** What is written down of an export. */
export interface JournalEntry {
  id: string;
  plan: DatasetPlan;
  total: number;
  /** Samples and rejected candidates in the parts that were written down. */
  done: number;
  rejected: number;
  /** The ZIP was delivered; the folder waits to be forgotten. */
  delivered: boolean;
}

/** A place for one export. */
export interface ExportPlace {
  segments: SegmentStore;
  /** Where the ZIP is written when it does not go to a picked file. */
  output: FileSystemFileHandle;
}

/** Where exports are written down. */
export interface ExportJournal {
  /** Writes the entry, new or changed. */
  write(entry: JournalEntry): Promise<void>;
  read(id: string): Promise<JournalEntry | null>;
  ids(): Promise<string[]>;
  place(id: string): Promise<ExportPlace>;
  remove(id: string): Promise<void>;
}

/** The newest entry that nobody runs and nobody got; what was delivered earlier is cleared away. */
export async function findInterrupted(
  journal: ExportJournal,
  isRunning: (id: string) => Promise<boolean>,
): Promise<JournalEntry | null> {
  let newest: JournalEntry | null = null;
  // Ids begin with the time of their start.
  for (const id of (await journal.ids()).sort()) {
    if (await isRunning(id)) continue;
    const entry = await journal.read(id);
    if (entry && !entry.delivered) newest = entry;
    else await journal.remove(id);
  }
  return newest;
}
