package org.strop.sim.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.strop.configs.StropException;
import org.strop.sim.PeelingTask;

/** What a wrong task is told. */
class TaskConfigTest {
  @Test
  void anUnknownKindIsToldTheNearestOne() {
    TaskConfig task = PeelingTask.load();
    assertThatThrownBy(() -> task.kindFor("cucmber", 1))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("cucmber")
        .hasMessageContaining("did you mean cucumber?")
        .hasMessageContaining("zucchini");
  }

  @ParameterizedTest
  @CsvSource({
    "blade.stiffness.z=-1200, stiffness",
    "blade.stiffness.z=0, stiffness",
    "produce.apple.stiffness_n_per_m.min=-5, stiffness_n_per_m",
    "produce.apple.radius_m.min=0, radius_m",
    "produce.apple.flesh_stiffness_share.max=1.5, flesh_stiffness_share",
    "produce.apple.soft_spot_depth.max=1, soft_spot_depth",
    "produce.apple.friction.min=-0.1, friction",
    "produce.apple.taper.max=0.95, taper",
    "fixture.strokes=0, strokes",
    "fixture.step_rad=-0.2, step_rad",
    "blade.edge_radius_m=-0.00001, edge_radius_m",
    "demonstrator.style=carefull, did you mean careful?",
    "cutting.contact_damping=nan, contact_damping"
  })
  void impossibleNumbersAreRefusedByTheirKey(String override, String key) {
    assertThatThrownBy(() -> PeelingTask.load(override))
        .isInstanceOf(StropException.class)
        .hasMessageContaining(key);
  }

  @Test
  void aHeldOutKindIsInNoTrainingData() {
    assertThatThrownBy(() -> PeelingTask.load("held_out=[apple]"))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("held_out")
        .hasMessageContaining("apple");
    assertThatThrownBy(() -> PeelingTask.load("held_out=[zuchini]"))
        .hasMessageContaining("did you mean zucchini?");
    TaskConfig task = PeelingTask.load();
    assertThat(task.heldOut()).containsExactly("zucchini", "pear", "daikon");
    for (long seed = 0; seed < 9; seed++) {
      assertThat(task.heldOut()).doesNotContain(task.kindFor(TaskConfig.MIXED, seed));
    }
  }

  @Test
  void theWholePeelGoesAllTheWayRound() {
    Path file = PeelingTask.root().resolve("configs/tasks/peeling_whole.yaml");
    TaskConfig whole = TaskConfig.load(file, List.of());
    for (String kind : whole.kinds()) {
      assertThat(whole.fixtureOf(kind).targetRad()).isGreaterThan(2 * Math.PI - 1e-3);
    }
    assertThat(PeelingTask.load().fixture().strokes()).isEqualTo(1);
  }
}
