/** Resolves when the page has nothing better to do; in a moment at the latest. */
export function rest(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') {
      requestIdleCallback(() => resolve(), { timeout: 200 });
    } else setTimeout(resolve);
  });
}
