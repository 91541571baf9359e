import { describe, expect, it } from 'vitest';
import { isSoftwareAdapter } from './webgpu-adapter.ts';

const info = (vendor: string, architecture: string, description = '') => ({
  vendor,
  architecture,
  device: '',
  description,
});

describe('isSoftwareAdapter', () => {
  it.each([
    info('google', 'swiftshader'),
    info('mesa', '', 'llvmpipe (LLVM 19.1)'),
    info('microsoft', 'warp', 'Microsoft Basic Render Driver'),
    { ...info('acme', 'x'), isFallbackAdapter: true },
  ])('knows software: $vendor $architecture $description', (adapter) => {
    expect(isSoftwareAdapter(adapter)).toBe(true);
  });

  it.each([
    info('nvidia', 'ampere', 'NVIDIA RTX A2000'),
    info('apple', 'metal-3'),
    info('intel', 'gen-12lp', 'Intel(R) Iris(R) Xe Graphics'),
    info('amd', 'rdna-3'),
    info('', ''),
  ])('takes hardware: $vendor $architecture', (adapter) => {
    expect(isSoftwareAdapter(adapter)).toBe(false);
  });
});
