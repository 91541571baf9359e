import type { CDPSession, Page } from '@playwright/test';

/** Reads the JavaScript heaps of a page and all its workers. */
export interface HeapMeter {
  /** Bytes in use after a collection: objects, and the array buffers that they hold. */
  read(): Promise<number>;
}

interface Usage {
  usedSize: number;
  /** Of array buffers; browsers before 2024 do not say it. */
  backingStorageSize?: number;
}

const bytesOf = ({ usedSize, backingStorageSize = 0 }: Usage): number =>
  usedSize + backingStorageSize;

/** Commands to one worker, wrapped into messages of the page's session. */
function workerChannel(session: CDPSession, sessionId: string) {
  let last = 0;
  return (method: string): Promise<unknown> =>
    new Promise((resolve) => {
      last += 1;
      const id = last;
      const hear = (event: { sessionId: string; message: string }) => {
        const answer = JSON.parse(event.message);
        if (event.sessionId !== sessionId || answer.id !== id) return;
        session.off('Target.receivedMessageFromTarget', hear);
        resolve(answer.result);
      };
      session.on('Target.receivedMessageFromTarget', hear);
      const message = JSON.stringify({ id, method });
      // A worker that has ended answers nothing, and has no heap.
      session.send('Target.sendMessageToTarget', { sessionId, message }).catch(() => resolve(null));
    });
}

/** Attaches to a page before its workers start. */
export async function heapMeter(page: Page): Promise<HeapMeter> {
  const session = await page.context().newCDPSession(page);
  const workers = new Map<string, ReturnType<typeof workerChannel>>();
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') workers.set(sessionId, workerChannel(session, sessionId));
  });
  session.on('Target.detachedFromTarget', ({ sessionId }) => void workers.delete(sessionId));
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  return {
    async read() {
      await session.send('HeapProfiler.collectGarbage');
      let bytes = bytesOf((await session.send('Runtime.getHeapUsage')) as Usage);
      for (const call of workers.values()) {
        await call('HeapProfiler.collectGarbage');
        const usage = (await call('Runtime.getHeapUsage')) as Usage | null;
        if (usage) bytes += bytesOf(usage);
      }
      return bytes;
    },
  };
}
