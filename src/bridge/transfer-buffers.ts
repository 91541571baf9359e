import { transfer } from 'comlink';

/**
 * Marks every pixel buffer inside plain data as handed over: it moves to the other side without a copy, and
 * is empty on this one. Views of a part of a buffer, or of memory that is shared, are copied as usual.
 */
export function transferBuffers<Data extends object>(data: Data): Data {
  const buffers = new Set<ArrayBuffer>();
  collect(data, buffers);
  return transfer(data, [...buffers]);
}

function collect(value: unknown, buffers: Set<ArrayBuffer>): void {
  if (value instanceof ArrayBuffer) {
    buffers.add(value);
  } else if (ArrayBuffer.isView(value)) {
    const { buffer, byteLength } = value;
    if (buffer instanceof ArrayBuffer && byteLength === buffer.byteLength) buffers.add(buffer);
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) collect(part, buffers);
  }
}
