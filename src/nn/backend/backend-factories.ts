import * as tf from '../tf.ts';

const factories = new Map<string, ReturnType<typeof tf.findBackendFactory>>();

/** Removes a backend and all its data, but remembers how it is made. */
export function removeBackend(name: string): void {
  const factory = tf.findBackendFactory(name);
  if (!factory) return;
  factories.set(name, factory);
  tf.removeBackend(name);
}

/** Makes a backend that was removed available again: its package registers it only once. */
export function restoreBackend(name: string): void {
  const factory = factories.get(name);
  if (factory && !tf.findBackendFactory(name)) tf.registerBackend(name, factory);
}
