import { CytoForgeError } from '../errors.ts';
import type { Fetch } from './demo-models.ts';

const PATH = 'samples/nuclei-real.zip';

function unreachable(url: URL, found: string, cause?: unknown): CytoForgeError {
  return new CytoForgeError(
    'io',
    'The sample images of this site cannot be fetched.',
    { where: url.pathname, found, hint: 'Check the connection and try again.' },
    cause,
  );
}

/**
 * The real images with truth that the site brings along, as an archive.
 * @param base The page's address.
 * @throws CytoForgeError `io` when it cannot be fetched.
 */
export async function fetchSampleSet(
  base: URL,
  fetchFile: Fetch = (url) => fetch(url),
): Promise<File> {
  const url = new URL(PATH, base);
  const response = await fetchFile(url).catch((cause: unknown) => {
    throw unreachable(url, 'no answer', cause);
  });
  if (!response.ok) throw unreachable(url, `status ${response.status}`);
  return new File([await response.blob()], 'nuclei-real.zip');
}
