import * as v from 'valibot';
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
  delivered: v.boolean(),
  plan: v.looseObject({ seeds: v.string(), fileName: v.string() }),
});

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
        // The plan was written by this page; a journal cut short fails here and is cleared away.
        return file && (v.parse(ENTRY, JSON.parse(await file.text())) as unknown as JournalEntry);
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
