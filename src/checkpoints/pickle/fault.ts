import { CytoForgeError } from '../../errors.ts';

/** Where in which file the interpreter stands, for messages. */
export interface Place {
  name: string;
  offset: number;
}

/** A `corrupt` error at a place of a pickle. */
export function corruptPickle(place: Place, found: string, expected: string): CytoForgeError {
  return new CytoForgeError('corrupt', `${place.name} is damaged.`, {
    where: `byte ${place.offset}`,
    found,
    expected,
    hint: 'Copy or download the file again.',
  });
}

/** An `unsupported` error at a place of a pickle. */
export function unsupportedPickle(place: Place, found: string, expected: string): CytoForgeError {
  return new CytoForgeError('unsupported', `${place.name} uses something that is not read here.`, {
    where: `byte ${place.offset}`,
    found,
    expected,
  });
}

const KNOWN_STRANGERS: [prefix: string, hint: string][] = [
  [
    'dnnlib.tflib',
    'This is a TensorFlow StyleGAN snapshot. Convert it with legacy.py of the StyleGAN3 repository.',
  ],
  [
    'torch.nn',
    'The file holds a whole pickled module. Save its state_dict() instead, or an official snapshot.',
  ],
];

/** The refusal of a global that is not on the allow-list. */
export function unsafeGlobal(place: Place, name: string): CytoForgeError {
  const known = KNOWN_STRANGERS.find(([prefix]) => name.startsWith(prefix));
  return new CytoForgeError('unsafe-pickle', `${place.name} asks for ${name}; it was refused.`, {
    where: `byte ${place.offset}`,
    found: name,
    expected: 'only tensors, arrays and plain data',
    hint: known?.[1] ?? 'Nothing in the file was run. Do not open it with Python’s pickle either.',
  });
}
