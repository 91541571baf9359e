import { transferBuffers } from '../bridge/transfer-buffers.ts';
import { parseReference } from '../checkpoints/reference/reference-cases.ts';
import { CytoForgeError } from '../errors.ts';
import type {
  BackendChoice,
  BackendInfo,
  GenerationService,
} from '../pipeline/generation-service.ts';
import { oneAtATime } from '../pipeline/one-at-a-time.ts';
import { makeExample } from './make-example.ts';
import type { LibraryModel } from './model-library.ts';
import type { ModelTrials } from './model-trials.ts';
import { cancelledError } from './request-queue.ts';
import type { WorkerLink } from './worker-link.ts';

/** Networks hold memory: a worker that nobody asks is ended after this. */
const IDLE_MS = 15_000;

/** The worker of trials, with its backend and the models it has. */
interface Session {
  link: WorkerLink<GenerationService>;
  choice: BackendChoice;
  info: Promise<BackendInfo>;
  loaded: Set<string>;
}

/** @param spawn Starts a networks' worker; called when one is needed. */
export function createModelTrials(spawn: () => WorkerLink<GenerationService>): ModelTrials {
  const inTurn = oneAtATime();
  let session: Session | null = null;
  let idle: ReturnType<typeof setTimeout> | undefined;

  function end(): void {
    session?.link.end();
    session = null;
  }

  function open(choice: BackendChoice): Session {
    if (session && session.choice !== choice) end();
    if (session) return session;
    const link = spawn();
    const info = link.call((service) => service.start(choice));
    info.catch(() => undefined);
    const opened = { link, choice, info, loaded: new Set<string>() };
    session = opened;
    void link.ended.then(() => {
      if (session === opened) session = null;
    });
    return opened;
  }

  async function give({ link, loaded }: Session, model: LibraryModel): Promise<void> {
    if (loaded.has(model.sha256)) return;
    const bundle = await model.read();
    await link.call((service) => service.load(transferBuffers(bundle)));
    loaded.add(model.sha256);
  }

  /** A network in the middle of a layer hears nothing: Cancel ends its worker. */
  function trial<Result>(
    choice: BackendChoice,
    run: (current: Session, info: BackendInfo) => Promise<Result>,
    signal?: AbortSignal,
  ): Promise<Result> {
    return inTurn(async () => {
      if (signal?.aborted) throw cancelledError();
      clearTimeout(idle);
      signal?.addEventListener('abort', end, { once: true });
      try {
        const current = open(choice);
        return await run(current, await current.info);
      } catch (error) {
        if (signal?.aborted) throw cancelledError();
        throw error;
      } finally {
        signal?.removeEventListener('abort', end);
        idle = setTimeout(end, IDLE_MS);
      }
    });
  }

  return {
    example: (request, signal) =>
      trial(
        request.backend,
        async (current) => {
          if (request.maskModel) await give(current, request.maskModel);
          await give(current, request.model);
          return makeExample(request, (run) => current.link.call(run));
        },
        signal,
      ),
    selfTest: ({ model, backend, onProgress }, signal) =>
      trial(
        backend,
        async (current, info) => {
          const files = await model.readReference();
          if (!files) {
            throw new CytoForgeError(
              'unsupported',
              'The model has no references to test it with.',
              {
                where: model.manifest.name,
                expected: 'reference.json and reference.npz in the bundle',
                hint: 'Convert it with --reference, or compare the checkpoint with "cytoforge parity".',
              },
            );
          }
          const { cases } = parseReference(files.cases);
          await give(current, model);
          const checks = [];
          onProgress({ info, checks: [], total: cases.length });
          for (const one of cases) {
            checks.push(
              await current.link.call((service) =>
                service.checkReference(model.sha256, one, files.arrays),
              ),
            );
            onProgress({ info, checks: [...checks], total: cases.length });
          }
        },
        signal,
      ),
  };
}
