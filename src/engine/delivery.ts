/** How a finished file reaches the person. */
export interface Delivery {
  /** True where the browser lets a page write to a file that the person picks. */
  readonly canPick: boolean;
  /** Asks for a file to write to; null when the person thinks better of it. */
  pick(fileName: string): Promise<FileSystemFileHandle | null>;
  /** Offers a file as a download. */
  download(file: Blob, fileName: string): void;
}

/** The picker is not in TypeScript's library: not every browser has it. */
interface PickerWindow {
  showSaveFilePicker?(options: {
    suggestedName: string;
    types: { description: string; accept: Record<string, string[]> }[];
  }): Promise<FileSystemFileHandle>;
}

/** A download has begun long before its address is taken back. */
const REVOKE_AFTER_MS = 60_000;

/** The browser's own ways. */
export function browserDelivery(): Delivery {
  const picker = globalThis as PickerWindow;
  return {
    canPick: typeof picker.showSaveFilePicker === 'function',
    async pick(fileName) {
      const types = [{ description: 'ZIP', accept: { 'application/zip': ['.zip'] } }];
      try {
        return (await picker.showSaveFilePicker?.({ suggestedName: fileName, types })) ?? null;
      } catch (error) {
        if (error instanceof DOMException && error.name === 'AbortError') return null;
        throw error;
      }
    },
    download(file, fileName) {
      const url = URL.createObjectURL(file);
      const link = document.createElement('a');
      link.href = url;
      link.download = fileName;
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), REVOKE_AFTER_MS);
    },
  };
}
