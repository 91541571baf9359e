import type { Page } from '@playwright/test';

/** A file as it is dropped. */
export interface DroppedFile {
  name: string;
  bytes: Uint8Array;
  type: string;
}

/** Drops files on the page, as from the desktop. */
export async function dropOnPage(page: Page, files: readonly DroppedFile[]): Promise<void> {
  const encoded = files.map(({ bytes, ...file }) => ({
    ...file,
    base64: Buffer.from(bytes).toString('base64'),
  }));
  await page.evaluate((dropped) => {
    const items = new DataTransfer();
    for (const { name, type, base64 } of dropped) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      items.items.add(new File([bytes], name, { type }));
    }
    for (const kind of ['dragenter', 'dragover', 'drop']) {
      const event = new DragEvent(kind, { dataTransfer: items, bubbles: true, cancelable: true });
      document.body.dispatchEvent(event);
    }
  }, encoded);
}
