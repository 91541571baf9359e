/** New names and those of the official COCO file, which is older than torchvision's `Conv2dNormActivation`. */
const OLDER: [pattern: RegExp, older: string][] = [
  [/^(backbone\.fpn\.(?:inner|layer)_blocks\.\d+)\.0\.(\w+)$/, '$1.$2'],
  [/^rpn\.head\.conv\.0\.0\.(\w+)$/, 'rpn.head.conv.$1'],
];
const MASK_CONVOLUTION = /^roi_heads\.mask_head\.(\d+)\.0\.(\w+)$/;

/** What older files call the tensor of that name: `maskrcnn_resnet50_fpn_coco-bf2d0c1e.pth` and its kind. */
export function olderName(name: string): string {
  const mask = MASK_CONVOLUTION.exec(name);
  if (mask) return `roi_heads.mask_head.mask_fcn${Number(mask[1]) + 1}.${mask[2]}`;
  return OLDER.reduce((given, [pattern, older]) => given.replace(pattern, older), name);
}
