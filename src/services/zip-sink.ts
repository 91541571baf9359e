/** Small pieces are gathered before they are written: a write to a file has a price of its own. */
const WRITE_BYTES = 1 << 20;

/** Where a ZIP is written while it is made. */
export interface ZipSink {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** @returns The finished file, when it is to be downloaded. */
  close(): Promise<Blob | null>;
  abort(): Promise<void>;
}

/**
 * Writes to a file.
 * @param isTarget It is the person's own: there is nothing to download then.
 */
export async function fileSink(handle: FileSystemFileHandle, isTarget: boolean): Promise<ZipSink> {
  const stream = await handle.createWritable();
  return {
    write: (bytes) => stream.write(bytes),
    async close() {
      await stream.close();
      return isTarget ? null : handle.getFile();
    },
    abort: () => stream.abort().catch(() => undefined),
  };
}

/** Keeps the ZIP in memory, where the browser has no file system. */
export function memorySink(): ZipSink {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  return {
    async write(bytes) {
      parts.push(bytes.slice());
    },
    close: async () => new Blob(parts, { type: 'application/zip' }),
    abort: async () => undefined,
  };
}

/** Writes in pieces of about `WRITE_BYTES`. @returns All bytes written. */
export async function writeAll(
  chunks: AsyncIterable<Uint8Array<ArrayBuffer>>,
  sink: ZipSink,
  onBytes: (bytes: number) => void,
): Promise<number> {
  const gathered = new Uint8Array(WRITE_BYTES);
  let held = 0;
  let bytes = 0;
  const flush = async () => {
    if (held > 0) await sink.write(gathered.slice(0, held));
    held = 0;
  };
  for await (const chunk of chunks) {
    if (held + chunk.length > WRITE_BYTES) await flush();
    if (chunk.length > WRITE_BYTES) {
      await sink.write(chunk);
    } else {
      gathered.set(chunk, held);
      held += chunk.length;
    }
    bytes += chunk.length;
    onBytes(bytes);
  }
  await flush();
  return bytes;
}
