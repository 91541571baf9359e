import { Workbox } from 'workbox-window';

/** A page that is open for days looks for a new version now and then. */
const LOOK_EVERY_MS = 60 * 60 * 1000;

/** What the page keeps for itself to work offline. */
export interface OfflineCopy {
  /** Takes the new version over and loads the page again with it. */
  takeUpdate(): void;
}

/**
 * Has the browser keep the whole studio, so that it opens without a network from the next visit on. Where the
 * browser keeps nothing for pages (no HTTPS, private windows of some) nothing happens.
 * @param onUpdate A new version is there and waits.
 */
export async function keepOffline(onUpdate: () => void): Promise<OfflineCopy | null> {
  if (!('serviceWorker' in navigator)) return null;
  const worker = new Workbox(`${import.meta.env.BASE_URL}service-worker.js`);
  let asked = false;
  worker.addEventListener('waiting', onUpdate);
  worker.addEventListener('controlling', ({ isUpdate }) => {
    // Another tab may have taken the update: this one goes on until its person says so.
    if (asked) location.reload();
    else if (isUpdate) onUpdate();
  });
  try {
    await worker.register();
  } catch {
    return null;
  }
  setInterval(() => void worker.update().catch(() => undefined), LOOK_EVERY_MS);
  return {
    takeUpdate() {
      asked = true;
      void navigator.serviceWorker.getRegistration().then((registration) => {
        // Taken over by another tab already: the page alone is old.
        if (registration?.waiting) worker.messageSkipWaiting();
        else location.reload();
      });
    },
  };
}
