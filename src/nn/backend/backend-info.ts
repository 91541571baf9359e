/** What a person chose, `auto` being WebGPU on hardware and WASM elsewhere. */
export type BackendChoice = 'auto' | 'webgpu' | 'wasm' | 'cpu';

/** What runs. */
export interface BackendInfo {
  backend: 'webgpu' | 'wasm' | 'cpu';
  /** Adapter description for WebGPU; instruction set and threads for WASM. */
  device: string;
  /** The WebGPU adapter is a software fallback. */
  software: boolean;
  /** Why this one, when the choice was `auto`. */
  reason: string;
}

/** Memory held by the current backend. */
export interface BackendMemory {
  tensors: number;
  bytes: number;
  /** Bytes allocated on the GPU including the pool of freed buffers; null when not WebGPU. */
  bytesOnGpu: number | null;
}
