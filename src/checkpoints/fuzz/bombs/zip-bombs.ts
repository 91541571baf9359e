import { zipSync } from 'fflate';
import type { Bomb } from './bomb.ts';

/** A zip whose only entry claims `size` bytes unpacked. */
function claimingZip(size: number): Uint8Array {
  const zip = zipSync({ 'model.json': new Uint8Array(1000) });
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  view.setUint32(view.getUint32(zip.length - 6, true) + 24, size, true);
  return zip;
}

/** Two entries of one and the same data. */
function overlappingZip(): Uint8Array {
  const zip = zipSync(
    { 'model.json': new Uint8Array(1000), 'a.bin': new Uint8Array(1000) },
    { level: 0 },
  );
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const directory = view.getUint32(zip.length - 6, true);
  view.setUint32(directory + 46 + 'model.json'.length + 42, 0, true);
  return zip;
}

/** Archives that would unpack to more than they may. */
export const ZIP_BOMBS: Bomb[] = [
  {
    name: 'a kilobyte that claims four gigabytes',
    file: 'a.zip',
    make: () => claimingZip(0xfffffffe),
    reader: 'zip',
    code: 'refused-archive',
  },
  {
    name: 'entries of the same bytes',
    file: 'a.zip',
    make: overlappingZip,
    reader: 'zip',
    code: 'refused-archive',
  },
  {
    name: 'zeros that pack a thousand to one',
    file: 'a.zip',
    make: () => zipSync({ 'model.json': new Uint8Array(200 * 2 ** 20) }, { level: 9 }),
    reader: 'zip',
    code: 'refused-archive',
  },
];
