import * as v from 'valibot';
import { parsePlan } from '../../pipeline/plan/parse-plan.ts';
import type { ExportJournal, JournalEntry } from '../export-journal.ts';
import {
  privateFolder,
  readPrivateFile,
  removePrivate,
  writePrivateFile,
} from './private-folder.ts';
import { segmentFolder } from './segment-folder.ts';

const ROOT = 'exports';
const JOURNAL = 'journal.json';

const ENTRY = v.object({
  id: v.string(),
  total: v.number(),
  done: v.optional(v.number(), 0),
  rejected: v.optional(v.number(), 0),
  delivered: v.boolean(),
  plan: v.unknown(),
});

/** @throws Error for a journal that was cut short, or a plan that cannot be read. */
function readEntry(text: string): JournalEntry {
  const { plan, ...entry } = v.parse(ENTRY, JSON.parse(text));
  return { ...entry, plan: parsePlan(plan, JOURNAL) };
}

/** The journal in the origin's private file system; null where there is none. */
export async function exportFolder(): Promise<ExportJournal | null> {
  const root = await privateFolder(ROOT);
  if (!root) return null;
  const folderOf = (id: string) => root.getDirectoryHandle(id, { create: true });
  return {
    async write(entry) {
      await writePrivateFile(await folderOf(entry.id), JOURNAL, JSON.stringify(entry));
    },
    async read(id) {
      const file = await readPrivateFile(await folderOf(id), JOURNAL);
      try {
        // What cannot be read is cleared away.
        return file && readEntry(await file.text());
      } catch {
        return null;
      }
    },
    async ids() {
      const ids: string[] = [];
      for await (const id of root.keys()) ids.push(id);
      return ids;
    },
    async place(id) {
      const folder = await folderOf(id);
      const segments = await folder.getDirectoryHandle('segments', { create: true });
      const output = await folder.getFileHandle('output.zip', { create: true });
      return { segments: segmentFolder(segments), output };
    },
    remove: (id) => removePrivate(root, id),
  };
}
