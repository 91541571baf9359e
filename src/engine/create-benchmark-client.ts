import { proxy } from 'comlink';
import { transferBuffers } from '../bridge/transfer-buffers.ts';
import type { BackendChoice, BackendInfo } from '../pipeline/generation-service.ts';
import { oneAtATime } from '../pipeline/one-at-a-time.ts';
import type { KeptSet, SetName } from '../services/benchmark/result-shelf.ts';
import type { BenchmarkService, BenchmarkSetInfo } from '../services/benchmark-service.ts';
import type { BenchmarkClient, BenchmarkTask } from './benchmark-client.ts';
import { cancelledError } from './request-queue.ts';
import type { WorkerLink } from './worker-link.ts';

/** Networks hold memory: a worker that nobody asks is ended after this. */
const IDLE_MS = 60_000;
/** A network in the middle of a layer hears nothing: a worker that goes on for so long after Cancel is ended. */
const PATIENCE_MS = 3_000;

/** One life of the worker, with what it was given. */
interface Session {
  link: WorkerLink<BenchmarkService>;
  choice: BackendChoice | null;
  info: Promise<BackendInfo> | null;
  loaded: Set<string>;
  sets: Set<string>;
}

/** A file by its path within the dropped folder. */
const pathOf = (file: File): string => file.webkitRelativePath || file.name;

/**
 * The page's side of the benchmark's worker: a worker that crashed or was ended is started again when it is asked
 * next, and given again what it needs.
 * @param spawn Starts a worker.
 * @param sampleSet Fetches the site's own images.
 */
export function createBenchmarkClient(
  spawn: () => WorkerLink<BenchmarkService>,
  sampleSet: () => Promise<File>,
): BenchmarkClient {
  const inTurn = oneAtATime();
  const known = new Map<string, KeptSet | { id: string }>();
  let session: Session | null = null;
  let idle: ReturnType<typeof setTimeout> | undefined;

  function open(): Session {
    if (session) return session;
    const link = spawn();
    const opened: Session = {
      ...{ link, choice: null, info: null },
      ...{ loaded: new Set(), sets: new Set() },
    };
    session = opened;
    void link.ended.then(() => {
      if (session === opened) session = null;
    });
    return opened;
  }

  function ask<Result>(run: (current: Session) => Promise<Result>): Promise<Result> {
    return inTurn(async () => {
      clearTimeout(idle);
      try {
        return await run(open());
      } finally {
        idle = setTimeout(() => session?.link.end(), IDLE_MS);
      }
    });
  }

  function start(current: Session, choice: BackendChoice): Promise<BackendInfo> {
    if (current.info && current.choice === choice) return current.info;
    const info = current.link.call((service) => service.start(choice));
    Object.assign(current, { choice, info });
    info.catch(() => {
      if (current.info === info) current.info = null;
    });
    return info;
  }

  async function giveSet(current: Session, id: string): Promise<void> {
    if (current.sets.has(id)) return;
    await current.link.call((service) => service.openSet(known.get(id) ?? { id }));
    current.sets.add(id);
  }

  async function prepare(current: Session, { order, model, backend }: BenchmarkTask) {
    await start(current, backend);
    await giveSet(current, order.set);
    if (!model || current.loaded.has(model.sha256)) return;
    const bundle = await model.read();
    await current.link.call((service) => service.load(transferBuffers(bundle)));
    current.loaded.add(model.sha256);
  }

  return {
    sampleSet,
    keptSets: () => ask(({ link }) => link.call((service) => service.keptSets())),
    openSet(set: SetName, files) {
      const named = files?.map((file) => ({ file, path: pathOf(file) }));
      const given = named ? { ...set, files: named } : { id: set.id };
      known.set(set.id, given);
      return ask(async (current): Promise<BenchmarkSetInfo> => {
        const info = await current.link.call((service) => service.openSet(given));
        current.sets.add(set.id);
        return info;
      });
    },
    async forgetSet(id) {
      known.delete(id);
      await ask(async ({ link, sets }) => {
        sets.delete(id);
        await link.call((service) => service.forgetSet(id));
      });
    },
    start: (backend) => ask((current) => start(current, backend)),
    recall: (task) =>
      ask(async (current) => {
        await start(current, task.backend);
        await giveSet(current, task.order.set);
        return current.link.call((service) => service.recall(task.order));
      }),
    run: (task, onProgress, signal) =>
      ask(async (current) => {
        if (signal.aborted) throw cancelledError();
        let patience: ReturnType<typeof setTimeout> | undefined;
        const onAbort = () => {
          patience = setTimeout(() => current.link.end(), PATIENCE_MS);
        };
        signal.addEventListener('abort', onAbort, { once: true });
        try {
          await prepare(current, task);
          return await current.link.call(
            (service, crossing) => service.run(task.order, proxy(onProgress), crossing),
            signal,
          );
        } catch (error) {
          if (signal.aborted) throw cancelledError();
          throw error;
        } finally {
          clearTimeout(patience);
          signal.removeEventListener('abort', onAbort);
        }
      }),
    estimateDiameter: (task) =>
      ask(async (current) => {
        await prepare(current, task);
        return current.link.call((service) => service.estimateDiameter(task.order));
      }),
    measureCells: (set) =>
      ask(async (current) => {
        await giveSet(current, set);
        return current.link.call((service) => service.measureCells(set));
      }),
    inspect: (task) =>
      ask(async (current) => {
        await start(current, task.backend);
        await giveSet(current, task.order.set);
        return current.link.call((service) => service.inspect(task.order));
      }),
  };
}
