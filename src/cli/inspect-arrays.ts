import { type ByteSource, bytesSource } from '../checkpoints/byte-source.ts';
import { isNpy, readNpyHeader } from '../checkpoints/npy.ts';
import { isSafetensors, readSafetensorsHeader } from '../checkpoints/safetensors-header.ts';
import { countNumbers, type TensorRow } from '../checkpoints/tensor-rows.ts';
import { isZip } from '../checkpoints/torch/state-dict.ts';
import { readZipDirectory } from '../checkpoints/zip-directory.ts';
import { checkUnpackedSize, readZipEntry } from '../checkpoints/zip-read.ts';
import { CytoForgeError } from '../errors.ts';
import { type InspectReport, inspectedFiles } from './inspect-report.ts';

function npyRow(name: string, source: ByteSource): TensorRow {
  const { dtype, shape } = readNpyHeader(source);
  return { name, type: `${dtype.order}${dtype.type}${dtype.bytes}`, shape };
}

function npzRows(source: ByteSource): TensorRow[] {
  const entries = [...readZipDirectory(source).values()];
  checkUnpackedSize(source, entries);
  return entries.map((entry) => {
    const file = bytesSource(`${source.name}/${entry.name}`, readZipEntry(source, entry));
    return npyRow(entry.name.replace(/\.npy$/, ''), file);
  });
}

function safetensorsRows(source: ByteSource): TensorRow[] {
  const { entries } = readSafetensorsHeader(source);
  return entries.map(({ name, dtype, shape }) => ({ name, type: dtype, shape }));
}

function isNpz(source: ByteSource): boolean {
  if (!isZip(source)) return false;
  const names = [...readZipDirectory(source).keys()];
  return names.length > 0 && names.every((name) => name.endsWith('.npy'));
}

/**
 * Whether a file holds arrays that belong to no model: `.npz`, `.safetensors`, `.npy` of numbers. A damaged one does
 * not: the error of whoever looks closer says more.
 */
export function holdsArrays(source: ByteSource): boolean {
  try {
    if (isNpy(source)) return readNpyHeader(source).dtype.type !== 'O';
    return isSafetensors(source) || isNpz(source);
  } catch (error) {
    if (error instanceof CytoForgeError) return false;
    throw error;
  }
}

/**
 * Reports on a file of arrays, whose numbers are not read.
 * @throws CytoForgeError as the readers of the formats.
 */
export async function inspectArrays(source: ByteSource): Promise<InspectReport> {
  const files = await inspectedFiles([source]);
  if (isNpy(source)) {
    const tensors = [npyRow('array', source)];
    return { kind: 'NumPy array', files, tensors, parameters: countNumbers(tensors) };
  }
  if (isZip(source)) {
    const tensors = npzRows(source);
    return { kind: 'NumPy archive', files, tensors, parameters: countNumbers(tensors) };
  }
  const tensors = safetensorsRows(source);
  const { metadata } = readSafetensorsHeader(source);
  return { kind: 'safetensors', files, metadata, tensors, parameters: countNumbers(tensors) };
}
