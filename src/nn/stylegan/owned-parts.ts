/** Something that holds tensors. */
export interface Disposable {
  dispose(): void;
}

/**
 * Runs `load`, which hands every part it makes to `keep`, and adds a `dispose` that disposes them all. When
 * `load` throws, the parts made so far are disposed.
 */
export function withOwnedParts<T extends object>(
  load: (keep: <P extends Disposable>(part: P) => P) => T,
): T & Disposable {
  const parts: Disposable[] = [];
  const dispose = () => {
    for (const part of parts.splice(0)) part.dispose();
  };
  try {
    const loaded = load((part) => {
      parts.push(part);
      return part;
    });
    return { ...loaded, dispose };
  } catch (error) {
    dispose();
    throw error;
  }
}
