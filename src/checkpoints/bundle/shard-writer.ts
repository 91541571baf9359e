import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** Where a bundle goes: a folder, a ZIP, the browser's file system. */
export interface BundleSink {
  /** Writes one file. The bytes belong to the sink from then on. */
  writeFile(name: string, bytes: Uint8Array): void | Promise<void>;
}

/** Bytes per shard: large enough to be few, small enough for any cache. */
export const SHARD_BYTES = 4 * 1024 * 1024;

/** Cuts a stream of bytes into shards, so that only one shard is in memory at a time. */
export class ShardWriter {
  readonly paths: string[] = [];
  readonly #sink: BundleSink;
  readonly #hash = sha256.create();
  #shard = new Uint8Array(SHARD_BYTES);
  #used = 0;

  constructor(sink: BundleSink) {
    this.#sink = sink;
  }

  async write(bytes: Uint8Array): Promise<void> {
    for (let from = 0; from < bytes.length; ) {
      const part = bytes.subarray(from, from + SHARD_BYTES - this.#used);
      this.#shard.set(part, this.#used);
      this.#used += part.length;
      from += part.length;
      if (this.#used === SHARD_BYTES) await this.#flush();
    }
  }

  /** Writes the last shard. @returns the SHA-256 (hex) over all shards in order. */
  async finish(): Promise<string> {
    if (this.#used > 0 || this.paths.length === 0) await this.#flush();
    return bytesToHex(this.#hash.digest());
  }

  async #flush(): Promise<void> {
    const bytes = this.#used === SHARD_BYTES ? this.#shard : this.#shard.slice(0, this.#used);
    const path = `weights-${String(this.paths.length + 1).padStart(3, '0')}.bin`;
    this.#hash.update(bytes);
    this.paths.push(path);
    await this.#sink.writeFile(path, bytes);
    this.#shard = new Uint8Array(SHARD_BYTES);
    this.#used = 0;
  }
}
