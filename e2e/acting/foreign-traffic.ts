import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Chromium itself asks this host about input fields; what a page asks of it is seen by the page's listeners. */
const BROWSERS_OWN = 'CONNECT content-autofill.googleapis.com:443';

/** A proxy that lets nothing through and writes down what was asked for. */
export interface ForeignTraffic {
  /** For a browser context. */
  proxy: { server: string; bypass: string };
  /** Method and address of each request, `CONNECT host:port` for encrypted ones and web sockets. */
  attempts: string[];
  close(): void;
}

/**
 * Starts the proxy: whatever part of a page (or of its workers) asks for another host, asks here.
 * @param origin Asked directly.
 */
export async function watchForeignTraffic(origin: string): Promise<ForeignTraffic> {
  const attempts: string[] = [];
  const server = createServer((request, response) => {
    attempts.push(`${request.method} ${request.url}`);
    response.writeHead(403).end();
  });
  server.on('connect', (request, socket) => {
    const attempt = `CONNECT ${request.url}`;
    if (attempt !== BROWSERS_OWN) attempts.push(attempt);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    proxy: { server: `http://127.0.0.1:${port}`, bypass: new URL(origin).host },
    attempts,
    close: () => server.close(),
  };
}
