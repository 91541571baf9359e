/**
 * The one place that imports TensorFlow.js. The core and the three backends are taken from the packages that
 * `@tensorflow/tfjs` itself is made of, so that its layers API, converter, data and WebGL parts do not
 * travel with every page.
 */
export * from '@tensorflow/tfjs-core';
