/** Cellpose's size model (`size_*.npy`): ln(diameter / diameterMean) is linear in the style (spec 1.2, 1.3). */
export interface CellposeSizeModel {
  /** `A`, one number by channel of the style. */
  slope: number[];
  /** `smean`, one number by channel of the style. */
  styleMean: number[];
  /** `diam_mean` in pixels. */
  diameterMean: number;
  /** `ymean` */
  intercept: number;
}

/** The classic Cellpose network, CPnet (spec 1.1). Weight names: the official state dict's. */
export interface CellposeConfig {
  /** `nbase`: input channels, then the channels of every scale, e.g. `[2, 32, 64, 128, 256]`. */
  channels: number[];
  /** `diam_mean`, the diameter in pixels that images are scaled to: 30 for cyto models, 17 for nuclei. */
  diameter: number;
  /** `diam_labels`, the mean diameter in pixels of the objects it was trained on, where the file says it. */
  labelsDiameter?: number;
  sizeModel?: CellposeSizeModel;
}

/** U²-Net or its small form (spec 3). Weight names: the official state dict's. */
export interface U2NetConfig {
  variant: 'u2net' | 'u2netp';
  /** Side in pixels that images are resized to before the network. */
  inputSize: number;
}

/** A U-Net of plain convolutions as UNet2D-nuclei-broad (spec 8.2). Weight names: those of its safetensors file. */
export interface UNet2dConfig {
  inputChannels: number;
  outputChannels: number;
  /** Channels of the encoder's scales, e.g. `[16, 32, 64]`. */
  widths: number[];
  /** Channels of the lowest scale. */
  base: number;
}

/** What a pair of PanopticNet's heads outlines. */
export type MesmerCompartment = 'whole-cell' | 'nuclear';

/** DeepCell's PanopticNet as Mesmer uses it (spec 2.1). Weight names: `<Keras layer>/<weight>`, in Keras' layouts. */
export interface MesmerConfig {
  /** `resnet50` has blocks of three convolutions; `small` of two 3 × 3 ones, and a first pooling of 2 × 2. */
  backbone: 'resnet50' | 'small';
  /** Channels of the first convolution: 64 in ResNet-50. */
  stemChannels: number;
  /** Blocks of every backbone stage, and their output channels; stage i has a pixel for 2^(i + 2) of the image's. */
  blocks: number[];
  stageChannels: number[];
  /** Input planes: nuclear, membrane. */
  inputChannels: number;
  /** Side in pixels of a tile. */
  inputSize: number;
  /** Levels of the feature pyramid, the finest first: level l has a pixel for 2^l of the image's. `[3, 4, 5]` in Mesmer. */
  pyramidLevels: number[];
  pyramidChannels: number;
  upsampleChannels: number;
  headChannels: number;
  /** By pair of heads, which are an inner distance of 1 channel and a pixelwise transform of 3. */
  compartments: MesmerCompartment[];
  /** The pixel size that the network was trained at. */
  micronsPerPixel: number | null;
}

/** Mask R-CNN in torchvision's layout (spec 4). Weight names: the official state dict's. */
export interface MaskRcnnConfig {
  /** `bottleneck` is ResNet-50's block (three convolutions), `basic` ResNet-18's (two). */
  block: 'bottleneck' | 'basic';
  /** Blocks of every stage, e.g. `[3, 4, 6, 3]`. */
  blocks: number[];
  /** Channels of the first stage before expansion: 64 in the official models. */
  width: number;
  /** Classes with the background. */
  classes: number;
  /** Channels of the feature pyramid: 256. */
  pyramidChannels: number;
  /** Channels of the two fully connected layers: 1024. */
  boxChannels: number;
  /** Channels of the mask head's convolutions: 256. */
  maskChannels: number;
  /** How many convolutions the mask head has: 4. */
  maskConvolutions: number;
  /** Anchor sides in pixels of the resized image, by level: one more than there are stages. */
  anchorSizes: number[];
  aspectRatios: number[];
  /** Epsilon of the frozen batch norms: 0 for the official COCO file. */
  batchNormEpsilon: number;
  /** Images are enlarged or reduced so that their shorter side is this, their longer at most `maxSize`. */
  minSize: number;
  maxSize: number;
  /** Enlarges images by a factor instead, whatever their size, as a network trained on cells of a magnification wants. */
  imageScale: number | null;
}

/** The configuration of every segmentation network, by its architecture. */
export interface SegmenterConfigs {
  cellpose: CellposeConfig;
  u2net: U2NetConfig;
  unet2d: UNet2dConfig;
  mesmer: MesmerConfig;
  maskrcnn: MaskRcnnConfig;
}

/** A segmentation network's architecture. */
export type SegmenterArchitecture = keyof SegmenterConfigs;
