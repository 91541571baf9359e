/** Where a training keeps its files. */
export interface TrainingStore {
  /** Null when there is none. */
  read(name: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Replaces a file as a whole: who reads it at any time finds the old one or the new one. */
  replace(name: string, bytes: Uint8Array): Promise<void>;
  append(name: string, text: string): Promise<void>;
}
