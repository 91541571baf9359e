import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Answer } from './static-server.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
};

/** The built page, ready to be served. */
export interface PageFiles {
  /** Path of the page on the server. */
  path: string;
  answer(url: URL): Promise<Answer>;
  remove(): Promise<void>;
}

/**
 * Builds the parity page with its worker into a temporary folder: a development server would reload the page
 * in the middle of a run, when it first meets a dependency.
 */
export async function buildParityPage(): Promise<PageFiles> {
  const { build } = await import('vite');
  const outDir = await mkdtemp(join(tmpdir(), 'cytoforge-parity-'));
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      minify: false,
      chunkSizeWarningLimit: 10_000,
      rollupOptions: { input: join(ROOT, 'e2e/parity/index.html') },
    },
  });
  return {
    path: '/e2e/parity/index.html',
    async answer(url) {
      const file = resolve(join(outDir, decodeURIComponent(url.pathname)));
      if (!file.startsWith(outDir + sep)) return null;
      const type = TYPES[extname(file)] ?? 'application/octet-stream';
      return { type, body: await readFile(file) };
    },
    remove: () => rm(outDir, { recursive: true, force: true }),
  };
}
