import { CytoForgeError } from '../../errors.ts';

/** For an architecture of which no official file is read yet. */
export function notOpened(): never {
  throw new CytoForgeError('unsupported', 'Checkpoints of this network are not read yet.');
}
