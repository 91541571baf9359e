import { deferred } from '../../engine/deferred.ts';

/** The right to change a painting: one page at a time has it. */
export interface PaintingLock {
  /** Gives it back; resolves when another may have it. */
  release(): Promise<void>;
  /** Resolves when another page took it. */
  lost: Promise<void>;
}

/** Who may change which painting, among all pages of this browser. */
export interface PaintingLocks {
  /** Null when another page has it. */
  claim(key: string): Promise<PaintingLock | null>;
  /** Takes it from the page that has it, which may finish its last stroke first. */
  take(key: string): Promise<PaintingLock>;
  /** Calls back when another page asks for a painting of this one. */
  onAsked(listener: (key: string) => void): void;
}

/** How long a page has to give a painting away by itself. */
const PATIENCE_MS = 2000;

const CHANNEL = 'cytoforge paintings';
const nameOf = (key: string) => `cytoforge painting ${key}`;

/** Paintings by Web Locks, asked for over a channel between the pages of this origin. */
export function webLocks(locks: LockManager): PaintingLocks {
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL);

  function hold(key: string, options: LockOptions): Promise<PaintingLock | null> {
    return new Promise((resolve, reject) => {
      let end = () => {};
      const lost = deferred<void>();
      const request = locks.request(nameOf(key), options, (lock) => {
        if (!lock) {
          resolve(null);
          return;
        }
        const held = new Promise<void>((done) => {
          end = done;
        });
        const release = async () => {
          end();
          await request.catch(() => undefined);
        };
        resolve({ release, lost: lost.promise });
        return held;
      });
      // A lock that was stolen rejects the request; so does one that was never got.
      request.catch((error) => {
        lost.resolve();
        reject(error);
      });
    });
  }

  return {
    claim: (key) => hold(key, { ifAvailable: true }),
    async take(key) {
      channel?.postMessage(key);
      const patience = AbortSignal.timeout(PATIENCE_MS);
      const lock = await hold(key, { signal: patience }).catch(() => hold(key, { steal: true }));
      return lock as PaintingLock;
    },
    onAsked(listener) {
      channel?.addEventListener('message', ({ data }: MessageEvent<string>) => listener(data));
    },
  };
}

/** For a browser without Web Locks: every page may paint. */
const freeForAll: PaintingLocks = {
  claim: async () => ({ release: async () => undefined, lost: new Promise(() => {}) }),
  take: async () => ({ release: async () => undefined, lost: new Promise(() => {}) }),
  onAsked: () => {},
};

/** The locks of this browser. */
export function browserLocks(): PaintingLocks {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  return locks ? webLocks(locks) : freeForAll;
}
