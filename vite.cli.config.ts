import { defineConfig } from 'vite';

/** The command line as one program for Node; the packages it uses stay packages. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: 'src/cli/main.ts',
    outDir: 'dist/cli',
    target: 'node20',
    rollupOptions: { output: { entryFileNames: 'main.js' } },
  },
});
