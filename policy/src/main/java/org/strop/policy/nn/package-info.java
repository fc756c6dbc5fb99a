/**
 * Tensor toolkit over DJL's PyTorch engine: engine start-up, layers over one flat parameter vector,
 * a resumable optimiser, tensor files.
 *
 * <p>Decisions. (1) All parameters of a model live in one flat vector; layers see views of it that
 * carry gradients. An optimiser step is then a dozen calls into native code, whatever the number of
 * layers, and weights, moments and averages are saved and restored as plain arrays. (2) Layers are
 * records of slot numbers: they hold no arrays, so the same layer runs on trained and on averaged
 * weights. (3) Weights and noise are drawn in Java from named seeds, never from the engine, so that
 * a run can be resumed exactly and does not depend on the device. (4) DJL's own trainer, optimisers
 * and {@code EasyTrain} are not used; its traps are pinned by {@code DjlTrapsTest}.
 *
 * <p>Arrays: {@code model > step > scratch}. Whatever a layer returns belongs to the manager of its
 * input.
 */
@NullMarked
package org.strop.policy.nn;

import org.jspecify.annotations.NullMarked;
