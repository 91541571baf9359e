/** A folder answers in portions; an empty one ends it. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (portion.length === 0) return entries;
    entries.push(...portion);
  }
}

/** The path within the dropped folder goes along: files that belong together are known by it. */
function withPath(file: File, entry: FileSystemEntry): File {
  const path = entry.fullPath.replace(/^\//, '');
  return path === file.name
    ? file
    : Object.defineProperty(file, 'webkitRelativePath', { value: path });
}

async function filesOf(entry: FileSystemEntry): Promise<File[]> {
  if (entry.name.startsWith('.')) return [];
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    return [withPath(file, entry)];
  }
  const inside = await entriesOf(entry as FileSystemDirectoryEntry);
  return (await Promise.all(inside.map(filesOf))).flat();
}

/** The dropped files, and those in dropped folders. Called while the drop is handled: its list is gone later. */
export function droppedFiles({ items, files }: DataTransfer): Promise<File[]> {
  const entries = [...items].map((item) => item.webkitGetAsEntry?.() ?? null);
  const plain = [...files];
  if (!entries.some((entry) => entry?.isDirectory)) return Promise.resolve(plain);
  return Promise.all(entries.map((entry) => (entry ? filesOf(entry) : []))).then((all) =>
    all.flat(),
  );
}

/** Whether all that hangs over the page is images, as far as the browser says before the drop. */
export function looksLikeImages({ items }: DataTransfer): boolean {
  const files = [...items].filter(({ kind }) => kind === 'file');
  return files.length > 0 && files.every(({ type }) => /^image\/(png|jpeg|tiff)$/.test(type));
}
