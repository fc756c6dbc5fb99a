/**
 * Refines a frozen policy by reward-weighted behaviour cloning of a residual (Lin et al. 2026).
 *
 * <pre>
 *   a = a_base(o) + π_res(o, a_base)
 *   L = E[w·‖a − a_base − π_res‖²] + λ·E‖π_res‖²,   w = exp(β·r)/mean exp(β·r)
 * </pre>
 *
 * <p>Decisions (ours, the paper fixes none of them). (1) All of it in the base's normalised action
 * space, so that β, λ and the bound mean the same for every component. (2) a_base is the base's own
 * sample for the same window and seed: for an attempt of the base, a − a_base is the exploration
 * that was added, and with β = 0 there is nothing to learn but its mean. (3) Weights are divided by
 * their mean over the data, so that β does not change the scale of the loss against λ. (4) r of a
 * chunk is the mean over the steps that it decides and a few after them, because a command shows in
 * the cut only later. (5) |π_res| is below {@code res_scale} by construction: s·tanh(u/s).
 */
@NullMarked
package org.strop.policy.finetune;

import org.jspecify.annotations.NullMarked;
