import type { ByteImage } from '../imaging/image.ts';
import { browserDatabase } from './browser-database.ts';

const keyOf = (sha256: string) => `preview/${sha256}`;

function isImage(value: unknown): value is ByteImage {
  const image = value as ByteImage | null | undefined;
  return image?.data instanceof Uint8Array && image.width > 0 && image.height > 0;
}

/** The preview of a model that this browser made earlier; null where there is none. */
export async function readPreview(sha256: string): Promise<ByteImage | null> {
  const database = await browserDatabase();
  const value = await database?.get('settings', keyOf(sha256)).catch(() => null);
  return isImage(value) ? value : null;
}

/** Keeps a preview; where there is no room it is made again the next time. */
export async function writePreview(sha256: string, image: ByteImage): Promise<void> {
  const database = await browserDatabase();
  await database?.put('settings', image, keyOf(sha256)).catch(() => undefined);
}

/** Forgets the preview of a removed model. */
export async function forgetPreview(sha256: string): Promise<void> {
  const database = await browserDatabase();
  await database?.delete('settings', keyOf(sha256)).catch(() => undefined);
}
