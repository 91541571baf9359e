import { type BundleStore, memoryBundleStore } from '../bundle-store.ts';
import {
  privateFolder,
  readPrivateFile,
  removePrivate,
  writePrivateFile,
} from './private-folder.ts';

/** Bundles in the origin's private file system under `models/`; in memory where there is none. */
export async function bundleFolder(): Promise<BundleStore> {
  const root = await privateFolder('models');
  if (!root) return memoryBundleStore();
  const folderOf = (bundle: string) => root.getDirectoryHandle(bundle, { create: true });
  return {
    place: 'browser',
    async freeBytes() {
      const { quota, usage } = await navigator.storage.estimate();
      return quota === undefined || usage === undefined ? null : Math.max(0, quota - usage);
    },
    async list() {
      const names: string[] = [];
      for await (const name of root.keys()) names.push(name);
      return names.sort();
    },
    async read(bundle, name) {
      const folder = await root.getDirectoryHandle(bundle).catch(() => null);
      return folder && readPrivateFile(folder, name);
    },
    write: async (bundle, name, bytes) => writePrivateFile(await folderOf(bundle), name, bytes),
    remove: (bundle) => removePrivate(root, bundle),
  };
}
