import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const PAGES = [
  'index.html',
  'e2e/bench/index.html',
  'e2e/bench/editing/index.html',
  'e2e/bench/full/index.html',
];

/** The studio and the bench's pages, built as for production and served. */
export interface BenchSite {
  origin: string;
  close(): Promise<void>;
}

/** Builds the pages into a temporary folder and serves them with the project's own headers. */
export async function serveBuild(): Promise<BenchSite> {
  const outDir = await mkdtemp(join(tmpdir(), 'cytoforge-bench-'));
  await build({
    root: ROOT,
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: true,
      rollupOptions: { input: PAGES.map((page) => join(ROOT, page)) },
    },
  });
  const server = await preview({
    root: ROOT,
    logLevel: 'error',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 4391, strictPort: false },
  });
  return {
    origin: server.resolvedUrls!.local[0].replace(/\/$/, ''),
    async close() {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
