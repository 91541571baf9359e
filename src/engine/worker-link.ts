import { type Remote, wrap } from 'comlink';
import { releaseSignal } from '../bridge/abort-transfer.ts';
import { installBridge } from '../bridge/install-bridge.ts';
import { CytoForgeError } from '../errors.ts';
import { deferred } from './deferred.ts';

/** A running worker and the service it offers. */
export interface WorkerLink<Service> {
  /**
   * Calls the service. Rejects with `worker-crashed` when the worker dies meanwhile, which Comlink alone
   * would wait for forever.
   * @param signal Passed to `run` as a signal that crosses the worker; undefined when there is none.
   */
  call<Result>(
    run: (service: Service, signal: AbortSignal | undefined) => Promise<Result>,
    signal?: AbortSignal,
  ): Promise<Result>;
  /** Resolves with the cause when the worker has crashed or was ended. */
  readonly ended: Promise<CytoForgeError>;
  /** Ends the worker; calls under way reject. */
  end(): void;
}

function crashed(found: string): CytoForgeError {
  return new CytoForgeError('worker-crashed', 'The background worker stopped.', {
    found,
    hint: 'It is started again; if this repeats, choose a smaller size or another backend.',
  });
}

/** Starts a worker that exposes `Service` (`exposeService`). */
export function openWorker<Service>(worker: Worker): WorkerLink<Service> {
  installBridge();
  const remote = wrap<Service>(worker);
  const { promise: ended, resolve: tellEnd } = deferred<CytoForgeError>();
  worker.addEventListener('error', (event) => {
    event.preventDefault?.();
    worker.terminate();
    tellEnd(crashed(event.message || 'no message'));
  });
  worker.addEventListener('messageerror', () => tellEnd(crashed('a message that cannot be read')));

  return {
    ended,
    async call(run, signal) {
      // A signal of its own for each call, so that closing its channel does not close another call's.
      const forwarded = signal && AbortSignal.any([signal]);
      try {
        // Every method of a service returns a promise, so its remote form has the service's own type.
        const answer = run(remote as Remote<Service> & Service, forwarded);
        return await Promise.race([answer, ended.then((cause) => Promise.reject(cause))]);
      } finally {
        if (forwarded) releaseSignal(forwarded);
      }
    },
    end() {
      tellEnd(crashed('ended by the page'));
      worker.terminate();
    },
  };
}
