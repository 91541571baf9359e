const SOFTWARE_NAMES = /swiftshader|llvmpipe|lavapipe|softpipe|basic render|warp|software|cpu/i;

/** A WebGPU adapter with what is shown of it. */
export interface AdapterChoice {
  adapter: GPUAdapter;
  /** A person's name for it. */
  description: string;
  software: boolean;
}

/** Whether the adapter's own words say that it computes on the processor. */
export function isSoftwareAdapter(
  info: Pick<GPUAdapterInfo, 'vendor' | 'architecture' | 'device' | 'description'> & {
    isFallbackAdapter?: boolean;
  },
): boolean {
  if (info.isFallbackAdapter) return true;
  return [info.vendor, info.architecture, info.device, info.description].some((text) =>
    SOFTWARE_NAMES.test(text ?? ''),
  );
}

/** The adapter of this browser, or null when it has none (or no WebGPU at all). */
export async function probeAdapter(): Promise<AdapterChoice | null> {
  const gpu = globalThis.navigator?.gpu;
  if (!gpu) return null;
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) return null;
  const { info } = adapter;
  const description =
    info.description || [info.vendor, info.architecture].filter(Boolean).join(' ') || 'WebGPU';
  return { adapter, description, software: isSoftwareAdapter(info) };
}
