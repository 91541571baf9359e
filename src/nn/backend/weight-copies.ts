/** Times the size of a filter that XNNPACK keeps beside it, in its own order (measured on tfjs-backend-wasm 4.22). */
const XNNPACK_COPIES = 2;

/** What `bytes` of loaded weights take on a backend, with the copies it keeps of them; null is none started. */
export function bytesWithCopies(bytes: number, backend: 'cpu' | 'wasm' | 'webgpu' | null): number {
  return backend === 'wasm' ? bytes * (1 + XNNPACK_COPIES) : bytes;
}
