import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a server answers: bytes and their media type; null is 404. */
export type Answer = { type: string; body: Uint8Array | string } | null;

/** A running server. */
export interface StaticServer {
  /** `http://127.0.0.1:<port>` */
  origin: string;
  close(): Promise<void>;
}

/** Serves GET requests on this machine only, on a free port. What `answer` throws is a 404 too. */
export async function startStaticServer(
  answer: (url: URL) => Promise<Answer>,
): Promise<StaticServer> {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const found = request.method === 'GET' ? await answer(url).catch(() => null) : null;
    response.writeHead(found ? 200 : 404, { 'Content-Type': found?.type ?? 'text/plain' });
    response.end(found?.body ?? 'not found');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
