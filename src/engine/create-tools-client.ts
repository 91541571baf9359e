import { proxy } from 'comlink';
import { toPlainError } from '../errors.ts';
import type { DroppedFile } from '../services/tools/open-files.ts';
import type { ToolNews, ToolsService } from '../services/tools-service.ts';
import type { Delivery } from './delivery.ts';
import { reopening } from './reopening.ts';
import { cancelledError } from './request-queue.ts';
import { createTimeLeft } from './time-left.ts';
import type { ToolRunProgress, ToolsClient } from './tools-client.ts';
import type { WorkerLink } from './worker-link.ts';

/** Tools: the worker reads, works and writes; the page hands over files and hears how far it is. */
export function createToolsClient(
  spawn: () => WorkerLink<ToolsService>,
  delivery: Pick<Delivery, 'canPick' | 'pick'>,
  appVersion: string,
): ToolsClient {
  const worker = reopening(spawn);
  let opened: { id: string; files: DroppedFile[] } | null = null;
  let made = 0;
  let running: AbortController | null = null;

  /** A worker that was started again opens the source again. */
  async function withSource<Result>(
    run: (service: ToolsService, signal: AbortSignal | undefined) => Promise<Result>,
    signal?: AbortSignal,
  ): Promise<Result> {
    const source = opened;
    if (source && !(await worker.call((service) => service.has(source.id)))) {
      await worker.call((service) => service.open(source.id, source.files));
    }
    return worker.call(run, signal);
  }

  return {
    canPickFile: delivery.canPick,
    async open(files) {
      made += 1;
      const id = `source-${made}`;
      opened = null;
      await worker.call((service) => service.open(id, files));
      opened = { id, files };
    },
    describe: (rolesBy) => withSource((service) => service.describe(rolesBy)),
    preview: (step, rolesBy) => withSource((service) => service.preview(step, rolesBy)),
    async run({ step, rolesBy, fileName }, toPickedFile, listener) {
      const target = toPickedFile ? await delivery.pick(fileName) : null;
      if (toPickedFile && !target) throw cancelledError();
      const controller = new AbortController();
      running = controller;
      const timeLeft = createTimeLeft();
      let progress: ToolRunProgress = {
        status: 'running',
        fileName,
        done: 0,
        total: 0,
        files: 0,
        skipped: 0,
        bytes: 0,
        secondsLeft: null,
        leftOut: [],
        file: null,
        error: null,
      };
      const tell = (change: Partial<ToolRunProgress>) => {
        progress = { ...progress, ...change };
        listener(progress);
      };
      const onNews = (news: ToolNews) => {
        if (progress.status !== 'running' && progress.status !== 'finishing') return;
        const steps = news.done - progress.done;
        // News come a few times a second: a step of the estimate is what was done between two of them.
        if (steps > 0) timeLeft.step();
        const secondsLeft =
          steps > 0 ? timeLeft.secondsFor((news.total - news.done) / steps) : progress.secondsLeft;
        tell({ ...news, secondsLeft, status: controller.signal.aborted ? 'finishing' : 'running' });
      };
      tell({});
      try {
        const order = { step, rolesBy, target, appVersion };
        const result = await withSource(
          (service, signal) => service.run(order, proxy(onNews), signal),
          controller.signal,
        );
        tell({ ...result, secondsLeft: null });
      } catch (cause) {
        tell({ status: 'failed', error: toPlainError(cause), secondsLeft: null });
      } finally {
        if (running === controller) running = null;
      }
    },
    cancel: () => running?.abort(),
  };
}
