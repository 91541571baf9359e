import type { WorkerLink } from './worker-link.ts';

/** A worker that is started when it is first called, and again when it was lost. */
export interface ReopeningWorker<Service> {
  call: WorkerLink<Service>['call'];
  /** Ends the worker, if one is running: calls under way reject, the next one starts another. */
  end(): void;
}

/** Keeps one worker; a call that was under way when it died rejects, the next one starts another. */
export function reopening<Service>(spawn: () => WorkerLink<Service>): ReopeningWorker<Service> {
  let link: WorkerLink<Service> | null = null;
  return {
    end: () => link?.end(),
    call(run, signal) {
      if (!link) {
        const opened = spawn();
        link = opened;
        void opened.ended.then(() => {
          if (link === opened) link = null;
        });
      }
      return link.call(run, signal);
    },
  };
}
