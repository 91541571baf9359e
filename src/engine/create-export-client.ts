import { proxy } from 'comlink';
import { transferBuffers } from '../bridge/transfer-buffers.ts';
import { CytoForgeError, toPlainError } from '../errors.ts';
import { modelsOfRecipe } from '../pipeline/models-of-recipe.ts';
import type { SampleRecipe } from '../pipeline/recipe.ts';
import { type ExportPlan, recipesOfPlan } from '../services/export-plan.ts';
import type { ExportNews, ExportService } from '../services/export-service.ts';
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
  plan: ExportPlan;
  target: FileSystemFileHandle | null;
  done: number;
}

function newExportId(now = Date.now()): string {
  return `${now}-${Math.random().toString(36).slice(2, 8)}`;
}

/** Exports: the networks' worker makes the pixels, the export worker the files, the page only hands over. */
export function createExportClient(parts: ExportParts): ExportClient {
  const { generation, library, delivery, appVersion } = parts;
  const worker = reopening(parts.spawn);
  let running: AbortController | null = null;
  let last: Job | null = null;

  async function loadModels({ template }: ExportPlan): Promise<void> {
    for (const reference of modelsOfRecipe(template)) {
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
    const { total } = recipesOfPlan(plan);
    const timeLeft = createTimeLeft();
    let progress: ExportProgress = {
      id,
      status: 'running',
      fileName: plan.fileName,
      done: job.done,
      total,
      bytes: 0,
      secondsLeft: null,
      error: null,
    };
    const tell = (change: Partial<ExportProgress>) => {
      progress = { ...progress, ...change };
      listener(progress);
    };
    const onNews = ({ phase, done, bytes }: ExportNews) => {
      const status = phase === 'finishing' || signal.aborted ? 'finishing' : 'running';
      tell({ status, done, bytes, secondsLeft: timeLeft.secondsFor(total - done) });
    };
    const makeSample = async (recipe: SampleRecipe) => {
      const { mask, labels, image, spots } = await generation.makeSample(recipe, {
        priority: 'export',
        signal,
      });
      timeLeft.step();
      const points = spots && { list: spots.list, mask: spots.mask };
      return transferBuffers({ mask, labels, image, spots: points });
    };
    tell({});
    try {
      const order = { id, plan, target: job.target, appVersion };
      const result = await worker.call(
        (service, crossing) => service.run(order, proxy(makeSample), proxy(onNews), crossing),
        signal,
      );
      if (result.file) delivery.download(result.file, plan.fileName);
      const { done, bytes, error } = result;
      tell({ status: result.status, done, bytes, error, secondsLeft: null });
    } catch (cause) {
      // The parts that were finished are kept: the person may resume.
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
    }
  }

  function interrupted(): Job {
    if (last) return last;
    throw new CytoForgeError('bad-option', 'There is no interrupted export.');
  }

  return {
    canPickFile: delivery.canPick,
    async start(plan, toPickedFile, listener) {
      recipesOfPlan(plan);
      const target = toPickedFile ? await delivery.pick(plan.fileName) : null;
      if (toPickedFile && !target) throw cancelledError();
      await runOnly({ id: newExportId(), plan, target, done: 0 }, listener);
    },
    cancel: () => running?.abort(),
    async findInterrupted() {
      const found = await worker.call((service) => service.findInterrupted());
      if (!found) return null;
      const { id, plan, total, done } = found;
      last = { id, plan, target: null, done };
      const { fileName } = plan;
      const rest = { bytes: 0, secondsLeft: null, error: null };
      return { id, fileName, total, done, status: 'interrupted', ...rest };
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
