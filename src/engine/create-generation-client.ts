import { transferBuffers } from '../bridge/transfer-buffers.ts';
import { CytoForgeError } from '../errors.ts';
import type {
  BackendChoice,
  BackendInfo,
  GenerationService,
} from '../pipeline/generation-service.ts';
import { spotModelOf } from '../pipeline/models-of-recipe.ts';
import type { SampleRecipe } from '../pipeline/recipe.ts';
import type { GenerationClient, LoadableModel, WorkerEvent } from './generation-client.ts';
import { cancelledError, createRequestQueue } from './request-queue.ts';
import type { WorkerLink } from './worker-link.ts';

/** So many failures in a row, and the client waits for a person to choose a backend. */
const MOST_FAILURES = 4;

/** Failures after which the worker's numbers or memory are not to be trusted. */
const RESTART_AFTER: ReadonlySet<string> = new Set(['device-lost', 'gpu-error', 'worker-crashed']);

/** One life of the worker, from its start to its end. */
interface Session {
  link: WorkerLink<GenerationService>;
  /** The backend, once it runs. */
  ready: Promise<BackendInfo>;
  loaded: Set<string>;
  /** Loaded for the spots of the last recipe that had any. */
  spotModel: string | null;
  /** The page ended it, to put another in its place. */
  replaced: boolean;
}

function codeOf(error: unknown): string {
  return error instanceof CytoForgeError ? error.code : 'internal';
}

/**
 * The networks' worker with its restarts: after a crash or a lost device a new worker is started, given the
 * same models, and asked once more. A backend is switched in a new worker too, since that frees everything.
 * @param spawn Starts a worker.
 * @param find Where spot models are: nobody loads them, the worker is given the one that a recipe needs.
 */
export function createGenerationClient(
  spawn: () => WorkerLink<GenerationService>,
  find: (sha256: string) => LoadableModel | null = () => null,
): GenerationClient {
  const queue = createRequestQueue();
  const models = new Map<string, LoadableModel>();
  const listeners = new Set<(event: WorkerEvent) => void>();
  let choice: BackendChoice = 'auto';
  let session: Session | null = null;
  let failures = 0;
  let refusal: unknown = null;

  const tell = (event: WorkerEvent) => {
    for (const listener of listeners) listener(event);
  };

  async function give(to: Session, model: LoadableModel): Promise<void> {
    if (to.loaded.has(model.sha256)) return;
    const bundle = await model.read();
    await to.link.call((service) => service.load(transferBuffers(bundle)));
    to.loaded.add(model.sha256);
  }

  /** One spot model is there at a time, unless a person loaded it for something else. */
  async function giveSpotModel(to: Session, recipe: SampleRecipe): Promise<void> {
    const reference = spotModelOf(recipe);
    const model = reference && find(reference.sha256);
    if (!model) return;
    const { spotModel: former } = to;
    to.spotModel = model.sha256;
    if (former !== null && former !== model.sha256 && !models.has(former)) {
      to.loaded.delete(former);
      await to.link.call((service) => service.unload(former));
    }
    await give(to, model);
  }

  function open(): Session {
    const link = spawn();
    const ready = link.call((service) => service.start(choice));
    ready.catch(() => undefined);
    const opened: Session = { link, ready, loaded: new Set(), spotModel: null, replaced: false };
    // A worker may also die while nobody asks it for anything.
    void link.ended.then((cause) => restart(opened, cause));
    session = opened;
    return opened;
  }

  /** Ends the session without taking that for a crash. */
  function close(): void {
    if (!session) return;
    const former = session;
    former.replaced = true;
    session = null;
    former.link.end();
  }

  /** Replaces a session that failed; the one after it is in `session`. */
  function restart(failed: Session, cause: unknown): void {
    if (session !== failed) return;
    session = null;
    failed.link.end();
    failures += 1;
    if (failures >= MOST_FAILURES) {
      giveUp(cause);
      return;
    }
    tell({ kind: 'restarting', cause });
    const next = open();
    next.ready.then(
      (info) => {
        if (session === next) tell({ kind: 'restarted', info });
      },
      (failure) => {
        if (RESTART_AFTER.has(codeOf(failure))) restart(next, failure);
        else if (session === next) giveUp(failure);
      },
    );
  }

  /** Refuses everything until a person chooses a backend again. */
  function giveUp(cause: unknown): void {
    refusal = cause;
    tell({ kind: 'failed', cause });
    queue.clear(cause instanceof CytoForgeError ? cause : cancelledError());
  }

  /** Asks the worker; what a restart can mend is asked once more. */
  async function ask<Result>(
    run: (current: Session) => Promise<Result>,
    signal?: AbortSignal,
  ): Promise<Result> {
    for (let repeats = 0; ; ) {
      if (signal?.aborted) throw cancelledError();
      if (refusal) throw refusal;
      const current = session ?? open();
      try {
        await current.ready;
        for (const model of models.values()) await give(current, model);
        const result = await run(current);
        failures = 0;
        return result;
      } catch (error) {
        if (current.replaced) continue;
        if (!RESTART_AFTER.has(codeOf(error))) throw error;
        restart(current, error);
        repeats += 1;
        if (repeats > 1) throw error;
      }
    }
  }

  return {
    start(wanted) {
      choice = wanted;
      failures = 0;
      refusal = null;
      close();
      return open().ready;
    },
    load: (model) =>
      queue.add('control', async () => {
        await ask((current) => give(current, model));
        models.set(model.sha256, model);
      }),
    unload: (sha256) =>
      queue.add('control', () => {
        models.delete(sha256);
        return ask(async (current) => {
          current.loaded.delete(sha256);
          await current.link.call((service) => service.unload(sha256));
        });
      }),
    makeRawMask: (recipe, { priority, signal }) =>
      queue.add(
        priority,
        () =>
          ask(
            ({ link }) =>
              link.call((service, forwarded) => service.makeRawMask(recipe, forwarded), signal),
            signal,
          ),
        signal,
      ),
    makeSample: (recipe, { priority, signal }) =>
      queue.add(
        priority,
        () =>
          ask(async (current) => {
            await giveSpotModel(current, recipe);
            return current.link.call(
              (service, forwarded) => service.makeSample(recipe, forwarded),
              signal,
            );
          }, signal),
        signal,
      ),
    measureSample: (recipe, rawMask, { priority, signal }) =>
      queue.add(
        priority,
        () =>
          ask(
            ({ link }) =>
              link.call(
                (service, forwarded) => service.measureSample(recipe, rawMask, forwarded),
                signal,
              ),
            signal,
          ),
        signal,
      ),
    inspectLayers: (recipe, question, { priority, signal }) =>
      queue.add(
        priority,
        () =>
          ask(
            ({ link }) =>
              link.call(
                (service, forwarded) => service.inspectLayers(recipe, question, forwarded),
                signal,
              ),
            signal,
          ),
        signal,
      ),
    makeLatents: (recipe, { priority, signal }) =>
      queue.add(
        priority,
        () => ask(({ link }) => link.call((service) => service.makeLatents(recipe)), signal),
        signal,
      ),
    encodeStyles: (request, { priority, signal }) =>
      queue.add(
        priority,
        () =>
          ask(
            ({ link }) =>
              link.call((service, forwarded) => service.encodeStyles(request, forwarded), signal),
            signal,
          ),
        signal,
      ),
    clusterStyles: (styles, clusters, { priority, signal }) =>
      queue.add(
        priority,
        () =>
          ask(
            ({ link }) => link.call((service) => service.clusterStyles(styles, clusters)),
            signal,
          ),
        signal,
      ),
    async memory() {
      if (!session) throw refusal ?? cancelledError();
      return session.link.call((service) => service.memory());
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispose() {
      refusal = cancelledError();
      queue.clear(cancelledError());
      close();
    },
  };
}
