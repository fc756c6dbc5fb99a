package org.strop.reward.likelihood;

import org.strop.policy.port.PairLoss;

/**
 * Contrastive preference learning (Hejna et al. 2024, eq. 5): the regret model where the policy
 * itself stands for the optimal advantage, A*(s, a) = α log π(a|s).
 *
 * <pre>
 *   S = Σ_t α·log π(a_t|o_t)                       score of a segment, no discount
 *   ℓ = y·softplus(λS₁ − S₂) + (1 − y)·softplus(λS₂ − S₁)
 *   ∂ℓ/∂S₁ = y·λ·σ(λS₁ − S₂) − (1 − y)·σ(λS₂ − S₁)
 *   ∂ℓ/∂S₂ = (1 − y)·λ·σ(λS₂ − S₁) − y·σ(λS₁ − S₂)
 * </pre>
 *
 * <p>λ below 1 is the conservative bias: the loss is then lower where the preferred segment is
 * likely than where it is merely likelier than the other, which keeps the policy on the data. Its
 * relatives differ in the score, not here: the KL form has S = Σ_t α(log π − log π_ref) with a
 * frozen reference, the BC form has λ = 1 and adds c·mean(−log π) to the loss of the batch.
 *
 * <p>With λ = 1 this is {@link BradleyTerry} on the logit S₂ − S₁. Evaluated on the logits in
 * double precision: value and derivatives are exact to rounding at any size, nothing overflows
 * below 10³⁰⁸. A pure tie at λ = 1 and S₁ = S₂ costs ln 2 and pulls nowhere; at λ &lt; 1 it still
 * pulls both segments up.
 */
public final class Contrastive implements PairLoss {
  private final double lambda;

  /**
   * Creates a loss.
   *
   * @param lambda λ in (0, 1]; 0.5 in the paper, 0.75 with the KL form, 1 with the BC form
   */
  public Contrastive(double lambda) {
    if (!(lambda > 0 && lambda <= 1)) {
      throw new IllegalArgumentException("lambda is " + lambda + ", must be in (0, 1]");
    }
    this.lambda = lambda;
  }

  @Override
  public Cost of(double first, double second, double label) {
    if (!Double.isFinite(first) || !Double.isFinite(second) || !(label >= 0 && label <= 1)) {
      throw new IllegalArgumentException(
          "scores " + first + " and " + second + ", label " + label + ": finite, label in [0, 1]");
    }
    double z2 = second - lambda * first; // logit of "second preferred"
    double z1 = first - lambda * second; // logit of "first preferred"
    double pull2 = label * BradleyTerry.sigmoid(-z2);
    double pull1 = (1 - label) * BradleyTerry.sigmoid(-z1);
    return new Cost(
        weighted(label, z2) + weighted(1 - label, z1),
        lambda * pull2 - pull1,
        lambda * pull1 - pull2);
  }

  /** A side of no weight adds nothing, also where its softplus is infinite. */
  private static double weighted(double weight, double logit) {
    return weight == 0 ? 0 : weight * BradleyTerry.softplus(-logit);
  }
}
