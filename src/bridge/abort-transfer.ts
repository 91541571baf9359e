/**
 * An `AbortSignal` across a worker: the sender keeps one end of a message channel, the receiver makes a real
 * signal of the other. The channel is closed by `releaseSignal`, or a hundred thousand calls would leave as
 * many open ports behind.
 */
import type { TransferHandler } from 'comlink';

interface WireSignal {
  aborted: boolean;
  port: MessagePort;
}

const openPorts = new WeakMap<AbortSignal, MessagePort[]>();

/** Closes what passing this signal to a worker has opened. */
export function releaseSignal(signal: AbortSignal): void {
  for (const port of openPorts.get(signal) ?? []) port.close();
  openPorts.delete(signal);
}

/** Carries an `AbortSignal` given as an argument of a call. */
export const abortTransfer: TransferHandler<AbortSignal, WireSignal> = {
  canHandle: (value): value is AbortSignal => value instanceof AbortSignal,
  serialize(signal) {
    const { port1, port2 } = new MessageChannel();
    openPorts.set(signal, [...(openPorts.get(signal) ?? []), port1]);
    signal.addEventListener('abort', () => port1.postMessage('abort'), { once: true });
    return [{ aborted: signal.aborted, port: port2 }, [port2]];
  },
  deserialize({ aborted, port }) {
    if (aborted) {
      port.close();
      return AbortSignal.abort();
    }
    const controller = new AbortController();
    port.onmessage = () => {
      controller.abort();
      port.close();
    };
    return controller.signal;
  },
};
