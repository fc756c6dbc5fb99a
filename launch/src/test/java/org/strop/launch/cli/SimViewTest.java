package org.strop.launch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimViewTest {
  @TempDir private Path folder;

  private static JsonNode json(Cli run) throws Exception {
    assertThat(run.exitCode()).as(run.err()).isZero();
    return new JsonMapper().readTree(run.lastLine());
  }

  @Test
  void aRecordedEpisodeIsShownAgainWithoutDeviation() throws Exception {
    Path data = Cli.demonstrations(folder.resolve("data"), 1);
    String id = org.strop.bridge.trajectory.dataset.Dataset.open(data).episodeIds().get(0);
    Path out = folder.resolve("peel.png");
    JsonNode result =
        json(
            Cli.run(
                "sim",
                "view",
                "--episode",
                data + "#" + id,
                "--width",
                "64",
                "--out",
                out.toString(),
                "--json"));
    assertThat(result.path("files").path(0).asText()).isEqualTo(out.toString());
    assertThat(result.path("deviation_m").asDouble()).isZero();
    assertThat(ImageIO.read(out.toFile()).getWidth()).isGreaterThan(3 * 64);
  }

  @Test
  void theSuiteIsOneSheet() throws Exception {
    Path out = folder.resolve("new/suite.png");
    json(Cli.run("sim", "view", "--task", "suite", "--out", out.toString(), "--json"));
    assertThat(ImageIO.read(out.toFile()).getHeight()).isGreaterThan(1000);
  }

  @Test
  void whatCannotBeDrawnIsToldAndNothingIsWritten() {
    Path out = folder.resolve("peel.bmp");
    Cli run = Cli.run("sim", "view", "--produce", "apple", "--out", out.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(".png or a .gif");
    Cli unknown = Cli.run("sim", "view", "--produce", "mango", "--out", folder + "/m.png");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("mango").contains("daikon");
    assertThat(folder).isEmptyDirectory();
  }
}
