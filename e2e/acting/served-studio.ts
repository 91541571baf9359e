import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';

const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** The built studio on a server of its own, whose files may become newer. */
export interface ServedStudio {
  origin: string;
  /** From now on the build is another one. */
  publish(): void;
  close(): void;
}

/** Serves `dist` with the headers of the project. */
export async function serveStudio(): Promise<ServedStudio> {
  let version = 1;
  const files = sirv('dist', {
    setHeaders(response) {
      for (const [name, value] of Object.entries(ISOLATION)) response.setHeader(name, value);
    },
  });
  const server = createServer((request, response) => {
    if (version > 1 && request.url?.startsWith('/service-worker.js')) {
      // A browser takes any other byte for another version.
      const script = readFileSync('dist/service-worker.js', 'utf8');
      response.setHeader('Content-Type', 'text/javascript');
      response.end(`${script}\n// version ${version}`);
      return;
    }
    files(request, response, () => {
      response.writeHead(404).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    publish() {
      version += 1;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
