package org.strop.policy.nn;

/** Where tensors live and are computed. */
public enum DeviceKind {
  /** The processor. */
  CPU,
  /** The first NVIDIA GPU. */
  CUDA
}
