import { CytoForgeError } from '../errors.ts';
import { deferred } from './deferred.ts';
import type { RequestPriority } from './request-priority.ts';

/**
 * The networks' worker does one thing at a time; this decides what is next. The most urgent goes first, and
 * of equals the oldest, but an export that was passed over several times has its turn: it stays behind what
 * a person looks at without standing still.
 */
export interface RequestQueue {
  /** Runs when its turn comes. Rejects with `cancelled` when `signal` aborts before that. */
  add<Result>(
    priority: RequestPriority | 'control',
    run: () => Promise<Result>,
    signal?: AbortSignal,
  ): Promise<Result>;
  /** Rejects everything that waits. */
  clear(cause: CytoForgeError): void;
}

/** After so many others an export goes next. */
const EXPORT_PATIENCE = 2;

const RANK = { control: 0, view: 1, visible: 2, idle: 3, export: 4 } as const;

interface Entry {
  priority: keyof typeof RANK;
  passedOver: number;
  start(): Promise<void>;
  refuse(cause: CytoForgeError): void;
}

/** What a withdrawn request rejects with. */
export function cancelledError(): CytoForgeError {
  return new CytoForgeError('cancelled', 'Cancelled.');
}

/** Makes an empty queue. */
export function createRequestQueue(): RequestQueue {
  let waiting: Entry[] = [];
  let busy = false;

  function takeNext(): Entry | undefined {
    const patient = waiting.find(
      ({ priority, passedOver }) => priority === 'export' && passedOver >= EXPORT_PATIENCE,
    );
    const urgent = waiting.reduce<Entry | undefined>(
      (best, entry) => (best && RANK[best.priority] <= RANK[entry.priority] ? best : entry),
      undefined,
    );
    const next = patient && urgent?.priority !== 'control' ? patient : urgent;
    waiting = waiting.filter((entry) => entry !== next);
    for (const entry of waiting) entry.passedOver += 1;
    return next;
  }

  async function drain(): Promise<void> {
    if (busy) return;
    busy = true;
    for (let next = takeNext(); next; next = takeNext()) await next.start();
    busy = false;
  }

  return {
    add<Result>(
      priority: Entry['priority'],
      run: () => Promise<Result>,
      signal?: AbortSignal,
    ): Promise<Result> {
      if (signal?.aborted) return Promise.reject(cancelledError());
      const { promise, resolve, reject } = deferred<Result>();
      const withdraw = () => {
        waiting = waiting.filter((other) => other !== entry);
        reject(cancelledError());
      };
      const entry: Entry = {
        priority,
        passedOver: 0,
        start() {
          signal?.removeEventListener('abort', withdraw);
          return run().then(resolve, reject);
        },
        refuse(cause) {
          signal?.removeEventListener('abort', withdraw);
          reject(cause);
        },
      };
      signal?.addEventListener('abort', withdraw, { once: true });
      waiting.push(entry);
      void drain();
      return promise;
    },
    clear(cause) {
      const refused = waiting;
      waiting = [];
      for (const entry of refused) entry.refuse(cause);
    },
  };
}
