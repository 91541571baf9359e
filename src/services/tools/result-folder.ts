import { privateFolder, removePrivate } from '../opfs/private-folder.ts';

/** Where the ZIPs of runs wait to be downloaded or used by the next tool. */
export interface ResultFolder {
  /** A new, empty file. Those of earlier days are cleared away. */
  create(): Promise<FileSystemFileHandle>;
}

const ONE_DAY_MS = 24 * 3600 * 1000;

/** Names begin with the time they were made. */
function isOld(name: string, now: number): boolean {
  const made = Number.parseInt(name, 10);
  return !(now - made < ONE_DAY_MS);
}

/** Results in the origin's private file system under `tools/`; null where there is none. */
export async function resultFolder(): Promise<ResultFolder | null> {
  const root = await privateFolder('tools');
  if (!root) return null;
  return {
    async create() {
      const now = Date.now();
      const names: string[] = [];
      for await (const name of root.keys()) names.push(name);
      for (const name of names) if (isOld(name, now)) await removePrivate(root, name);
      const random = Math.random().toString(36).slice(2, 8);
      return root.getFileHandle(`${now}-${random}.zip`, { create: true });
    },
  };
}
