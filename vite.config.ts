import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
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

/** Everything the studio needs: it opens without a network after one visit. Its responses keep their headers. */
const offlineCopy = VitePWA({
  registerType: 'prompt',
  injectRegister: null,
  manifest: false,
  filename: 'service-worker.js',
  workbox: {
    globPatterns: ['**/*.{js,css,html,wasm,json,bin,md,svg,png,webmanifest,zip}'],
    globIgnores: ['cli/**', 'service-worker.js'],
    maximumFileSizeToCacheInBytes: 16 * 1024 * 1024,
    inlineWorkboxRuntime: true,
    // The first visit's page too: rooms that are opened later come from the copy.
    clientsClaim: true,
    sourcemap: false,
  },
});

/** On this address a build may have been served before: what it kept must not stand before the files that change. */
function forgetOfflineCopy(): Plugin {
  const script = `self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', async () => {
  for (const name of await caches.keys()) await caches.delete(name);
  await self.registration.unregister();
  for (const page of await self.clients.matchAll()) page.navigate(page.url);
});`;
  return {
    name: 'forget-offline-copy',
    configureServer(server) {
      server.middlewares.use('/service-worker.js', (_, response) => {
        response.setHeader('Content-Type', 'text/javascript');
        response.end(script);
      });
    },
  };
}

export default defineConfig({
  plugins: [react(), offlineCopy, forgetOfflineCopy()],
  worker: { format: 'es', plugins: () => [selfContainedWasmThreads()] },
  server: { headers: isolationHeaders },
  preview: { headers: isolationHeaders },
  build: { target: 'es2023', chunkSizeWarningLimit: 2500 },
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
    testTimeout: 60_000,
  },
});
