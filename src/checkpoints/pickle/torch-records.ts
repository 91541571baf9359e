import type { ByteSource } from '../byte-source.ts';

/** Element types of PyTorch storages that are read. */
export type TorchDtype =
  | 'float64'
  | 'float32'
  | 'float16'
  | 'bfloat16'
  | 'int64'
  | 'int32'
  | 'int16'
  | 'int8'
  | 'uint8'
  | 'bool';

/** A flat buffer of elements; `data` is where they are, null until the reader has found the place. */
export interface TorchStorage {
  kind: 'storage';
  dtype: TorchDtype;
  elements: number;
  data: { source: ByteSource; offset: number } | null;
}

/** A view of a storage: offset and strides in elements. */
export interface TorchTensor {
  kind: 'tensor';
  storage: TorchStorage;
  offset: number;
  shape: number[];
  stride: number[];
}
