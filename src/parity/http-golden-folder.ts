import { CytoForgeError } from '../errors.ts';
import type { GoldenFolder } from './golden-case.ts';

async function fetchWhole(url: string): Promise<Response> {
  const response = await fetch(url);
  if (response.ok) return response;
  throw new CytoForgeError('io', 'A file of the folder cannot be read.', {
    where: url,
    found: `status ${response.status}`,
  });
}

/**
 * A golden folder behind a server: `GET base/list` gives the paths as JSON, `GET base/file?path=…` the bytes
 * of one, whose path may start with `../`.
 */
export function httpGoldenFolder(base: string): GoldenFolder {
  return {
    async list() {
      return (await fetchWhole(`${base}/list`)).json();
    },
    async read(path) {
      const response = await fetchWhole(`${base}/file?path=${encodeURIComponent(path)}`);
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}
