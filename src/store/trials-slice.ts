import type { Example } from '../engine/model-trials.ts';
import type { ByteImage } from '../imaging/image.ts';
import type { BackendChoice, BackendInfo } from '../pipeline/generation-service.ts';
import type { ReferenceCheck } from '../pipeline/self-test/check-reference.ts';
import { toErrorView } from './error-view.ts';
import { readPreview, writePreview } from './kept-previews.ts';
import type { SliceContext } from './slice-context.ts';
import type { ErrorView } from './studio-state.ts';

/** Something that a model made, or is making. */
export interface ModelExample {
  status: 'busy' | 'done' | 'failed';
  image: ByteImage | null;
  /** Of the model's own run; null for one that was made before. */
  milliseconds: number | null;
  error: ErrorView | null;
}

/** A self-test on one backend. */
export interface SelfTest {
  status: 'running' | 'done' | 'failed' | 'cancelled';
  info: BackendInfo | null;
  checks: ReferenceCheck[];
  /** Cases in all; 0 until they are known. */
  total: number;
  error: ErrorView | null;
}

/** Models looked at beside those in use: what they make, and how far that is from their originals. */
export interface TrialsSlice {
  /** One small output of each model by its hash, kept by the browser. */
  previews: ReadonlyMap<string, ModelExample>;
  /** Outputs of the compared models for one seed, by `exampleKey`. */
  comparison: ReadonlyMap<string, ModelExample>;
  /** By `selfTestKey`. */
  selfTests: ReadonlyMap<string, SelfTest>;
  /** Makes the preview of a model, unless it is there. */
  showPreview(sha256: string): Promise<void>;
  /** Makes what these models make of one seed. */
  compareExamples(hashes: readonly string[], seed: number): Promise<void>;
  /** Runs a model's references on a backend; one test at a time. */
  runSelfTest(sha256: string, backend: BackendChoice): Promise<void>;
  cancelSelfTest(): void;
}

/** Names an output of a comparison. */
export function exampleKey(sha256: string, seed: number): string {
  return `${sha256}/${seed}`;
}

/** Names a test. */
export function selfTestKey(sha256: string, backend: BackendChoice): string {
  return `${sha256}/${backend}`;
}

/** A seed whose sample in the demo model holds separate nuclei. */
const PREVIEW_SEED = 5;

const BUSY: ModelExample = { status: 'busy', image: null, milliseconds: null, error: null };

function doneWith({ image, milliseconds }: Example): ModelExample {
  return { status: 'done', image, milliseconds, error: null };
}

type Examples = 'previews' | 'comparison';

/** The slice of trials. */
export function createTrialsSlice({ set, get, engine }: SliceContext): TrialsSlice {
  let comparing = new AbortController();
  let testing: AbortController | null = null;

  const put = (which: Examples, key: string, example: ModelExample) =>
    set((state) => ({ [which]: new Map(state[which]).set(key, example) }));
  const putTest = (key: string, change: Partial<SelfTest>) =>
    set(({ selfTests }) => {
      const before = selfTests.get(key);
      const fresh: SelfTest = { status: 'running', info: null, checks: [], total: 0, error: null };
      return { selfTests: new Map(selfTests).set(key, { ...fresh, ...before, ...change }) };
    });

  /** What the networks run on now, so that a trial says something of this machine as it is used. */
  function currentBackend(): BackendChoice {
    return get().device.info?.backend ?? get().device.choice;
  }

  async function makeOne(
    which: Examples,
    key: string,
    sha256: string,
    seed: number,
    signal?: AbortSignal,
  ): Promise<Example | null> {
    const model = engine.library.find(sha256);
    if (!model) return null;
    const mask = get().models.find(({ role }) => role === 'mask');
    const maskModel = model.role === 'image' && mask ? engine.library.find(mask.sha256) : null;
    put(which, key, BUSY);
    try {
      const timed = which === 'comparison';
      const request = { model, maskModel, seed, backend: currentBackend(), timed };
      const example = await engine.trials.example(request, signal);
      put(which, key, doneWith(example));
      return example;
    } catch (error) {
      if (!signal?.aborted)
        put(which, key, { ...BUSY, status: 'failed', error: toErrorView(error) });
      return null;
    }
  }

  return {
    previews: new Map(),
    comparison: new Map(),
    selfTests: new Map(),
    async showPreview(sha256) {
      if (get().previews.has(sha256)) return;
      put('previews', sha256, BUSY);
      const kept = await readPreview(sha256);
      if (kept) put('previews', sha256, { ...BUSY, status: 'done', image: kept });
      else {
        const made = await makeOne('previews', sha256, sha256, PREVIEW_SEED);
        if (made) await writePreview(sha256, made.image);
      }
    },
    async compareExamples(hashes, seed) {
      comparing.abort();
      comparing = new AbortController();
      const { signal } = comparing;
      set({ comparison: new Map() });
      for (const sha256 of hashes) {
        if (signal.aborted) return;
        await makeOne('comparison', exampleKey(sha256, seed), sha256, seed, signal);
      }
    },
    async runSelfTest(sha256, backend) {
      const model = engine.library.find(sha256);
      if (!model || testing) return;
      const key = selfTestKey(sha256, backend);
      const controller = new AbortController();
      testing = controller;
      putTest(key, { status: 'running', info: null, checks: [], total: 0, error: null });
      try {
        await engine.trials.selfTest(
          { model, backend, onProgress: (progress) => putTest(key, progress) },
          controller.signal,
        );
        putTest(key, { status: 'done' });
      } catch (error) {
        const cancelled = controller.signal.aborted;
        putTest(key, {
          status: cancelled ? 'cancelled' : 'failed',
          error: cancelled ? null : toErrorView(error),
        });
      } finally {
        testing = null;
      }
    },
    cancelSelfTest() {
      testing?.abort();
    },
  };
}
