import { proxy } from 'comlink';
import { transferBuffers } from '../bridge/transfer-buffers.ts';
import { CytoForgeError, toPlainError } from '../errors.ts';
import { modelsOfRecipe } from '../pipeline/models-of-recipe.ts';
import type { DatasetPlan } from '../pipeline/plan/dataset-plan.ts';
import { countPlanned } from '../pipeline/plan/plan-source.ts';
import type { ModelReference, SampleRecipe } from '../pipeline/recipe.ts';
import type { ExportNews, ExportService } from '../services/export-service.ts';
import { deferred } from './deferred.ts';
import type { Delivery } from './delivery.ts';
import type { ExportClient, ExportListener, ExportProgress } from './export-client.ts';
import type { GenerationClient } from './generation-client.ts';
import type { ModelLibrary } from './model-library.ts';
import { reopening } from './reopening.ts';
import { cancelledError } from './request-queue.ts';
import { createTimeLeft } from './time-left.ts';
import type { WorkerLink } from './worker-link.ts';

/** What an export needs of the page. */
export interface ExportParts {
  spawn(): WorkerLink<ExportService>;
  generation: Pick<GenerationClient, 'load' | 'makeSample'>;
  library: Pick<ModelLibrary, 'find'>;
  delivery: Delivery;
  appVersion: string;
}

interface Job {
  id: string;
  plan: DatasetPlan;
  target: FileSystemFileHandle | null;
  done: number;
  rejected: number;
}

function newExportId(now = Date.now()): string {
  return `${now}-${Math.random().toString(36).slice(2, 8)}`;
}

interface Pausing {
  readonly isOn: boolean;
  turn(on: boolean): void;
  /** Resolves once it is off. Rejects with `cancelled` when the export is cancelled meanwhile. */
  passed(): Promise<void>;
}

/** A pause of the making of samples. */
function pausingOf(signal: AbortSignal, onTurn: () => void): Pausing {
  let wall: ReturnType<typeof deferred<void>> | null = null;
  return {
    get isOn() {
      return wall !== null;
    },
    turn(on) {
      if (on === (wall !== null)) return;
      wall?.resolve();
      wall = on ? deferred<void>() : null;
      onTurn();
    },
    async passed() {
      const aborted = deferred<void>();
      const abort = () => aborted.resolve();
      signal.addEventListener('abort', abort, { once: true });
      while (wall && !signal.aborted) await Promise.race([wall.promise, aborted.promise]);
      signal.removeEventListener('abort', abort);
      if (signal.aborted) throw cancelledError();
    },
  };
}

/** Every model that a sample of the plan needs, each once. */
function modelsOfPlan({ template, inPlace, chosen }: DatasetPlan): ModelReference[] {
  const references = [template, ...inPlace, ...chosen].flatMap(modelsOfRecipe);
  const known = new Map<string, ModelReference>();
  for (const reference of references) known.set(reference.sha256, reference);
  return [...known.values()];
}

/** Exports: the networks' worker makes the pixels, the export worker the files, the page only hands over. */
export function createExportClient(parts: ExportParts): ExportClient {
  const { generation, library, delivery, appVersion } = parts;
  const worker = reopening(parts.spawn);
  let running: AbortController | null = null;
  let last: Job | null = null;
  let finished: (() => Promise<File>) | null = null;
  let pausing: Pausing | null = null;

  async function loadModels(plan: DatasetPlan): Promise<void> {
    for (const reference of modelsOfPlan(plan)) {
      const model = library.find(reference.sha256);
      if (!model) {
        throw new CytoForgeError('bad-recipe', 'A model of this export is not here.', {
          found: `no ${reference.name}`,
          expected: `the model with SHA-256 ${reference.sha256.slice(0, 12)}`,
          hint: 'Drop its files, then resume.',
        });
      }
      await generation.load(model);
    }
  }

  async function run(job: Job, listener: ExportListener, signal: AbortSignal): Promise<void> {
    const { id, plan } = job;
    const total = countPlanned(plan);
    const timeLeft = createTimeLeft();
    let progress: ExportProgress = {
      id,
      status: 'running',
      fileName: plan.fileName,
      done: job.done,
      rejected: job.rejected,
      total,
      bytes: 0,
      secondsLeft: null,
      error: null,
    };
    const tell = (change: Partial<ExportProgress>) => {
      progress = { ...progress, ...change };
      listener(progress);
    };
    const pause = pausingOf(signal, () => {
      if (progress.status === 'running' || progress.status === 'paused') {
        tell({ status: pause.isOn ? 'paused' : 'running', secondsLeft: null });
      }
    });
    pausing = pause;
    // News has a channel of its own and may come after the result.
    let isOver = false;
    const onNews = ({ phase, done, rejected, bytes }: ExportNews) => {
      if (isOver) return;
      const isLast = phase === 'finishing' || signal.aborted;
      const status = isLast ? 'finishing' : pause.isOn ? 'paused' : 'running';
      const secondsLeft = status === 'running' ? timeLeft.secondsFor(total - done) : null;
      tell({ status, done, rejected, bytes, secondsLeft });
    };
    const makeSample = async (recipe: SampleRecipe) => {
      await pause.passed();
      const { mask, labels, image, nuclei, spots, instances } = await generation.makeSample(
        recipe,
        {
          priority: 'export',
          signal,
        },
      );
      timeLeft.step();
      const points = spots && { list: spots.list, mask: spots.mask };
      return transferBuffers({ mask, labels, image, nuclei, spots: points, instances });
    };
    tell({});
    try {
      const order = { id, plan, target: job.target, appVersion };
      const result = await worker.call(
        (service, crossing) => service.run(order, proxy(makeSample), proxy(onNews), crossing),
        signal,
      );
      isOver = true;
      const { file } = result;
      if (file) delivery.download(file, plan.fileName);
      if (result.done > 0) {
        finished = async () =>
          file
            ? new File([file], plan.fileName)
            : await (job.target as FileSystemFileHandle).getFile();
      }
      const { status, done, rejected, bytes, error } = result;
      tell({ status, done, rejected, bytes, error, secondsLeft: null });
    } catch (cause) {
      // The parts that were finished are kept: the person may resume.
      isOver = true;
      const error = toPlainError(cause);
      tell({ status: 'interrupted', error, secondsLeft: null });
    }
  }

  async function runOnly(job: Job, listener: ExportListener, save = false): Promise<void> {
    if (running) {
      throw new CytoForgeError('bad-option', 'An export is running.', {
        hint: 'Wait or cancel it.',
      });
    }
    const controller = new AbortController();
    running = controller;
    last = job;
    if (save) controller.abort();
    try {
      if (!save) await loadModels(job.plan);
      await run(job, listener, controller.signal);
    } finally {
      running = null;
      pausing = null;
    }
  }

  function interrupted(): Job {
    if (last) return last;
    throw new CytoForgeError('bad-option', 'There is no interrupted export.');
  }

  return {
    canPickFile: delivery.canPick,
    async start(plan, toPickedFile, listener) {
      countPlanned(plan);
      const target = toPickedFile ? await delivery.pick(plan.fileName) : null;
      if (toPickedFile && !target) throw cancelledError();
      await runOnly({ id: newExportId(), plan, target, done: 0, rejected: 0 }, listener);
    },
    cancel: () => running?.abort(),
    pause: () => pausing?.turn(true),
    unpause: () => pausing?.turn(false),
    finishedFile: async () => (finished ? finished() : null),
    async sheet(part) {
      const id = last?.id;
      return id === undefined ? [] : worker.call((service) => service.sheet(id, part));
    },
    async sample(index) {
      const id = last?.id;
      return id === undefined ? null : worker.call((service) => service.sample(id, index));
    },
    async findInterrupted() {
      const found = await worker.call((service) => service.findInterrupted());
      if (!found) return null;
      const { id, plan, total, done, rejected } = found;
      last = { id, plan, target: null, done, rejected };
      const { fileName } = plan;
      const rest = { bytes: 0, secondsLeft: null, error: null };
      return { id, fileName, total, done, rejected, status: 'interrupted', ...rest };
    },
    resume: async (listener) => runOnly(interrupted(), listener),
    saveInterrupted: async (listener) => runOnly(interrupted(), listener, true),
    async dismiss() {
      if (!last || running) return;
      const { id } = last;
      last = null;
      await worker.call((service) => service.forget(id));
    },
  };
}
