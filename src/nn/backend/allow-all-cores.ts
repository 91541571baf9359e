/**
 * Lets the WASM backend have a thread per core. It never starts more than half of what
 * `navigator.hardwareConcurrency` says (two threads to a core is its guess), whatever it is asked for; on a
 * machine with two cores that is one thread and half the speed. Call this in the worker before the backend
 * starts: it doubles the number that the worker sees, so that half of it is every core.
 */
export function allowAllCores(): void {
  const cores = navigator.hardwareConcurrency;
  Object.defineProperty(navigator, 'hardwareConcurrency', { value: 2 * cores });
}
