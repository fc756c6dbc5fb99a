package org.strop.reward.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.strop.reward.Golden;

/** Values and gradients against the definitions in 60 digits. */
class PreferenceModelGoldenTest {
  /** Double arithmetic, relative. */
  private static final double F64 = 1e-12;

  private static final Level LEARNED = new Level.Learned(0, 1);

  @Test
  void choices() {
    for (JsonNode row : Golden.read("preference_models").get("choices")) {
      Rate rate = new Rate.Learned(0.1, 10);
      ChoiceConfig config =
          new ChoiceConfig(
              row.get("ties").asBoolean()
                  ? new ChoiceConfig.Ties.Davidson(LEARNED)
                  : new ChoiceConfig.Ties.Soft(),
              LEARNED,
              LEARNED,
              row.get("mistakes").asBoolean() ? rate : new Rate.Fixed(0),
              row.get("lapses").asBoolean() ? rate : new Rate.Fixed(0));
      check(new ChoiceModel(config), new Answer.Choice(row.get("label").asDouble()), row);
    }
  }

  @Test
  void scores() {
    for (JsonNode row : Golden.read("preference_models").get("scores")) {
      ScoreModel model = new ScoreModel(new ScoreConfig(row.get("levels").asInt(), LEARNED, 3, 1));
      check(model, new Answer.Score(row.get("score").asInt()), row);
    }
  }

  @Test
  void orders() {
    for (JsonNode row : Golden.read("preference_models").get("rankings")) {
      List<List<Integer>> groups = new ArrayList<>();
      for (JsonNode group : row.get("groups")) {
        List<Integer> members = new ArrayList<>();
        group.forEach(i -> members.add(i.asInt()));
        groups.add(members);
      }
      RankingModel model =
          new RankingModel(new RankingConfig(row.get("largest").asInt(), LEARNED, LEARNED));
      check(model, new Answer.Ranking(groups, row.get("utilities").size()), row);
    }
  }

  private static void check(PreferenceModel model, Answer answer, JsonNode row) {
    double[] u = Golden.doubles(row.get("utilities"));
    double[] theta = Golden.doubles(row.get("theta"));
    double[] dU = new double[u.length];
    double[] dTheta = new double[theta.length];
    double value = model.logLikelihood(answer, u, theta, dU, dTheta);
    close(value, row.get("value").asDouble(), answer + " value");
    for (int i = 0; i < u.length; i++) {
      close(dU[i], row.get("d_utilities").get(i).asDouble(), row + " utility " + i);
    }
    for (int i = 0; i < theta.length; i++) {
      close(dTheta[i], row.get("d_theta").get(i).asDouble(), row + " parameter " + i);
    }
  }

  private static void close(double found, double expected, String what) {
    // Sums of gradients of both signs are as exact as their terms, which are of order 1.
    double scale = Math.max(Math.abs(expected), 1e-3);
    assertThat(found).as(what).isCloseTo(expected, within(F64 * scale));
  }
}
