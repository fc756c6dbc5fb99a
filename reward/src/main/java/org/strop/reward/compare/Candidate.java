package org.strop.reward.compare;

import java.util.ArrayList;
import java.util.List;
import org.strop.reward.choice.JointFitConfig;
import org.strop.reward.choice.Observation;
import org.strop.reward.likelihood.Answer;
import org.strop.reward.likelihood.ChoiceConfig;
import org.strop.reward.likelihood.Level;
import org.strop.reward.likelihood.PreferenceKind;

/**
 * A model to compare.
 *
 * @param kind what is compared
 * @param sideBias whether the side bias is learned
 * @param lapses whether the lapse rate is learned
 */
record Candidate(PreferenceKind kind, boolean sideBias, boolean lapses) {
  /** One setting of what inner folds choose: the prior's width, and a linear reward's α. */
  record Setting(double deviation, double alpha) {}

  String name() {
    return kind.key() + (sideBias ? "+side_bias" : "") + (lapses ? "+lapse" : "");
  }

  static List<Candidate> all(boolean habits) {
    List<Candidate> all = new ArrayList<>();
    for (PreferenceKind kind : PreferenceKind.values()) {
      if (kind != PreferenceKind.AUTO) {
        all.add(new Candidate(kind, false, false));
        if (habits) {
          all.add(new Candidate(kind, true, false));
          all.add(new Candidate(kind, false, true));
          all.add(new Candidate(kind, true, true));
        }
      }
    }
    return all;
  }

  /** Returns the settings to choose among; a single one needs no choosing. */
  List<Setting> settings(CompareConfig config, int features) {
    List<Double> deviations =
        features == 1 ? config.weightDeviations() : config.featureDeviations();
    List<Double> alphas =
        switch (kind) {
          case PARTIAL_RETURN -> List.of(0.0);
          case REGRET -> List.of(1.0);
          case MIXTURE, AUTO -> features == 1 ? List.of(0.5) : config.mixtures();
        };
    List<Setting> settings = new ArrayList<>();
    for (double deviation : deviations) {
      for (double alpha : alphas) {
        settings.add(new Setting(deviation, alpha));
      }
    }
    return settings;
  }

  JointFitConfig fit(CompareConfig config, Setting setting) {
    ChoiceConfig choices = ChoiceConfig.BRADLEY_TERRY;
    if (sideBias) {
      choices = choices.withSideBias(config.sideBias());
    }
    if (lapses) {
      choices = choices.withLapseRate(config.lapses());
    }
    return JointFitConfig.PLAIN
        .withChoices(choices)
        .withWeight(new Level.Learned(0, setting.deviation()));
  }

  /** Returns the reward's weights of a fit's: return and regret of one feature share its weight. */
  double[] reward(double[] fitted, int features) {
    return fitted.length == features ? fitted : new double[] {fitted[0] + fitted[1]};
  }

  /** Returns a label as the fit sees it: the first segment is the zero of all features. */
  Observation observation(
      String operator, PairLabels.Difference difference, double label, double alpha) {
    double[] x =
        kind == PreferenceKind.MIXTURE && difference.partialReturn().length == 1
            ? new double[] {difference.mixed(0)[0], difference.mixed(1)[0]}
            : difference.mixed(alpha);
    double[][] segments = {new double[x.length], x};
    return new Observation(operator, segments, new Answer.Choice(label), 1);
  }
}
