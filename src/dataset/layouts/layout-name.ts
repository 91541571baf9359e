/**
 * Layouts that a set may have besides its own (`masks`, `labels`, `images`, `dataset.json`), each in a folder of its
 * name: COCO annotations; Cellpose; pix2pixHD for `label_nc 0` (`train_A`, `train_B`) and for classes (`train_label`,
 * `train_inst`, `train_img`); StyleGAN with `dataset.json` of classes.
 */
export const LAYOUTS = ['coco', 'cellpose', 'pix2pixhd', 'pix2pixhd-labels', 'stylegan'] as const;

/** One of them. */
export type LayoutName = (typeof LAYOUTS)[number];
