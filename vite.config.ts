import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

// Cross-origin isolation gives WASM its threads; the policy also keeps every request on this origin.
const isolationHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/**
 * TensorFlow.js starts its WASM threads from the text of a function that names a variable outside of it. It
 * asks whether there is one, but minifiers know there is and take the question away: the threads then die of
 * a ReferenceError. Declared inside, the text stands by itself.
 */
function selfContainedWasmThreads(): Plugin {
  const head = 'function(WasmBackendModuleThreadedSimd) {';
  return {
    name: 'self-contained-wasm-threads',
    transform(code, id) {
      if (!id.includes('tfjs-backend-wasm-threaded-simd.js')) return null;
      if (!code.includes(head)) this.error('The threaded WASM module is not as it was.');
      return { code: code.replace(head, `${head} var _scriptDir;`), map: null };
    },
  };
}

export default defineConfig({
  plugins: [react()],
  worker: { format: 'es', plugins: () => [selfContainedWasmThreads()] },
  server: { headers: isolationHeaders },
  preview: { headers: isolationHeaders },
  build: { target: 'es2023', chunkSizeWarningLimit: 2500 },
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
    testTimeout: 60_000,
  },
});
