import { type LayerReading, type TappedChannel, tapLayers } from '../layer-tap.ts';
import type { DrawRequest } from './draw-masks.ts';
import { checkLatentRequest, latentTensor } from './latents.ts';
import type { MaskNetwork } from './mask-network.ts';

/**
 * Draws a mask of the training size, and says what every layer made on the way. No map outlives the next one.
 * @throws CytoForgeError `bad-recipe`; `bad-option` for a channel that the network does not have.
 */
export async function inspectMaskLayers(
  model: MaskNetwork,
  request: DrawRequest,
  wanted: TappedChannel | null,
): Promise<LayerReading> {
  checkLatentRequest(model, request);
  const tap = tapLayers(wanted);
  try {
    const ws = latentTensor(model, request);
    try {
      model.draw(ws, request, tap.observe).dispose();
    } finally {
      ws.dispose();
    }
    return await tap.read();
  } finally {
    tap.dispose();
  }
}
