package org.strop.configs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigLoaderTest {
  static final String GOOD =
      """
      name: peeling
      dataset: ../runs/demo
      rate_hz: 20
      seed: 7
      ema: true
      device: cpu
      policy:
        horizon: 16
        n_action_steps: 8
        n_obs_steps: 2
      noise: {kind: gaussian, sigma: 0.5}
      extra_noises:
        - kind: ornstein_uhlenbeck
          theta: 1.5e-1
          sigma: 2
        - kind: no_noise
      limits_n: [1, 2.5]
      topics:
        wrench: {topic: /wrench, type: geometry_msgs/WrenchStamped}
      """;

  @TempDir Path folder;
  Path file;

  @BeforeEach
  void writeTheGoodFile() throws IOException {
    file = Files.writeString(folder.resolve("peeling.yaml"), GOOD);
  }

  private PeelingExample load(String... overrides) {
    return ConfigLoader.load(file, List.of(overrides), PeelingExample.class).value();
  }

  private StropException failure(String... overrides) {
    StropException e = catchThrowableOfType(StropException.class, () -> load(overrides));
    assertThat(e).isNotNull();
    return e;
  }

  private StropException failureOf(String text) throws IOException {
    Files.writeString(file, text);
    return failure();
  }

  @Test
  void readsEveryKindOfComponent() {
    PeelingExample c = load();
    assertThat(c.dataset()).isEqualTo(Path.of("../runs/demo"));
    assertThat(c.rateHz()).isEqualTo(20.0);
    assertThat(c.device()).isEqualTo(PeelingExample.Device.CPU);
    assertThat(c.noise()).isEqualTo(new PeelingExample.Gaussian(0.5));
    assertThat(c.extraNoises())
        .containsExactly(
            new PeelingExample.OrnsteinUhlenbeck(0.15, 2), new PeelingExample.NoNoise());
    assertThat(c.topics())
        .containsEntry(
            "wrench", new PeelingExample.Topic("/wrench", "geometry_msgs/WrenchStamped"));
    assertThat(c.note()).isEmpty();
  }

  @Test
  void overridesReachNestedKeysListsAndOptionalKeys() {
    PeelingExample c =
        load("policy.horizon=32", "extra_noises.0.theta=3", "note=dull blade", "steps=5");
    assertThat(c.policy().horizon()).isEqualTo(32);
    assertThat(c.extraNoises().get(0)).isEqualTo(new PeelingExample.OrnsteinUhlenbeck(3, 2));
    assertThat(c.note()).contains("dull blade");
    assertThat(c.steps()).contains(5);
  }

  @Test
  void anOverrideMayGiveAWholeVariant() {
    assertThat(load("noise={kind: no_noise}").noise()).isEqualTo(new PeelingExample.NoNoise());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rate_hz=-5 | rate_hz is -5, but must be a number above 0 and at most 1000.",
        "rate_hz=0 | rate_hz is 0, but must be a number above 0 and at most 1000.",
        "rate_hz=1e9 | rate_hz is 1e9, but must be a number above 0 and at most 1000.",
        "rate_hz=.nan | rate_hz is .nan (not finite), but must be a number above 0",
        "rate_hz=-.inf | rate_hz is -.inf (not finite), but must be a number above 0",
        "rate_hz=1e999 | rate_hz is 1e999, but must be a number above 0",
        "rate_hz=fast | rate_hz is fast (text), but must be a number above 0",
        "rate_hz=\"20\" | rate_hz is \"20\" (text), but must be a number above 0",
        "rate_hz= | rate_hz is empty, but must be a number above 0",
        "rate_hz=[1] | rate_hz is a list, but must be a number above 0",
        "rate_hz=true | rate_hz is true (a truth value), but must be a number",
        "seed=1.5 | seed is 1.5, but must be an integer of at least 0.",
        "seed=99999999999999999999 | seed is 99999999999999999999, but must be an integer",
        "policy.horizon=65 | policy.horizon is 65, but must be an integer of at least 1 and at most"
            + " 64.",
        "policy.n_obs_steps=3000000000 | policy.n_obs_steps is 3000000000, but must be an integer",
        "steps=0 | steps is 0, but must be an integer of at least 1.",
        "limits_n=[1, 101] | limits_n.1 is 101, but must be a number of at least 0 and at most"
            + " 100.",
        "limits_n=3 | limits_n is 3, but must be a list, each item a number of at least 0",
        "ema=yes | ema is yes (text), but must be true or false.",
        "ema=1 | ema is 1, but must be true or false.",
        "device=gpu | device is gpu, but must be one of cpu, cuda.",
        "name=12 | name is 12 (a number), but must be text.",
        "name=null | name is empty, but must be text.",
        "noise.kind=gausian | noise.kind is gausian, but must be one of gaussian,"
            + " ornstein_uhlenbeck",
        "policy=3 | policy is 3, but must be keys with values.",
        "name | an override is not of the form key=value.",
        "a..b=1 | an override is not of the form key=value.",
        "name.x=1 | key x is below a single value.",
        "extra_noises.7.sigma=1 | 7 is not an item of a list of 2.",
        "name=[ | not YAML",
        "rate=10 | there is no key rate.",
        "policy.n_action_steps=24 | policy.n_action_steps is 24, but must be at most horizon (16).",
      })
  void refusesABadOverrideAndSaysWhere(String override, String what) {
    StropException e = failure(override);
    assertThat(e.code()).isEqualTo(ErrorCode.CONFIG);
    assertThat(e.what()).startsWith(what);
    assertThat(e.where()).isEqualTo("--set " + override);
    assertThat(e.fix()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rate_hz: 20 | rate_hz: -1 | 3 | rate_hz | rate_hz is -1",
        "seed: 7 | seed: 7\\nseed: 8 | 5 | | key seed is given twice, first at ",
        "horizon: 16 | hrizon: 16 | 8 | policy.hrizon | there is no key policy.hrizon.",
        "n_obs_steps: 2 |  | 8 | policy.n_obs_steps | key policy.n_obs_steps is missing.",
        "theta: 1.5e-1 | theta: -1 | 14 | extra_noises.0.theta | extra_noises.0.theta is -1",
        "n_action_steps: 8 | n_action_steps: 24 | 9 | policy.n_action_steps | policy.n_action_steps"
            + " is 24",
        "kind: gaussian, | | 11 | noise.kind | key noise.kind is missing.",
        "name: peeling | name: !!java.net.URL x | 1 | | tag tag:yaml.org,2002:java.net.URL is not",
        "ema: true | ema: 'true' | 5 | ema | ema is \"true\" (text), but must be true or false.",
      })
  void saysLineAndKeyOfAProblemInAFile(String good, String bad, int line, String key, String what)
      throws IOException {
    String replacement = bad == null ? "" : bad.replace("\\n", "\n");
    StropException e = failureOf(GOOD.replace(good, replacement));
    assertThat(e.what()).startsWith(what);
    assertThat(e.where()).isEqualTo(file + ":" + line + (key == null ? "" : ", key " + key));
  }

  @Test
  void whatAConstructorRefusesIsToldAtItsRecord() {
    StropException e = failure("topics.wrench.topic=wrench");
    assertThat(e.what()).isEqualTo("topic wrench does not start with a slash.");
    assertThat(e.where()).isEqualTo(file + ":19, key topics.wrench");
  }

  @Test
  void tellsAllProblemsAtOnceInExactWords() throws IOException {
    String text =
        GOOD.replace("rate_hz: 20", "rate_hz: -5")
            .replace("device: cpu", "device: cdua")
            .replace("n_obs_steps", "n_obs_stepz")
            .replace("seed: 7\n", "");
    Files.writeString(file, text);
    assertThat(
            String.valueOf(failure("policy.n_action_steps=lots").getMessage())
                .replace(file.toString(), "FILE"))
        .isEqualTo(
            """
            5 problems in the configuration.
              1. rate_hz is -5, but must be a number above 0 and at most 1000.
                 where: FILE:3, key rate_hz
                 fix:   set rate_hz to a number above 0 and at most 1000.
              2. key seed is missing.
                 where: FILE:1, key seed
                 fix:   add seed: an integer of at least 0.
              3. device is cdua, but must be one of cpu, cuda.
                 where: FILE:5, key device
                 fix:   did you mean cuda?
              4. there is no key policy.n_obs_stepz.
                 where: FILE:9, key policy.n_obs_stepz
                 fix:   did you mean n_obs_steps? the keys here are horizon, n_action_steps, n_obs_steps.
              5. policy.n_action_steps is lots (text), but must be an integer of at least 1.
                 where: --set policy.n_action_steps=lots
                 fix:   set n_action_steps to an integer of at least 1.
              where: FILE
              fix:   mend all 5, then run again.\
            """);
  }

  @Test
  void readingTheResolvedYamlGivesTheSameRecord() {
    Resolved<PeelingExample> resolved =
        ConfigLoader.load(
            file,
            List.of(
                "note=\"a: \\\"b\\\" # \\u00e9 1\"",
                "rate_hz=1e-7",
                "optional_noise={kind: no_noise}"),
            PeelingExample.class);
    Resolved<PeelingExample> again =
        ConfigLoader.parse(resolved.yaml(), "resolved", List.of(), PeelingExample.class);
    assertThat(again).isEqualTo(resolved);
    assertThat(resolved.yaml().lines().filter(l -> !l.startsWith(" ")).map(l -> l.split(":")[0]))
        .containsExactly(
            "name",
            "dataset",
            "rate_hz",
            "seed",
            "ema",
            "device",
            "policy",
            "noise",
            "extra_noises",
            "limits_n",
            "topics",
            "note",
            "optional_noise");
  }

  record Words(String text, Map<String, List<String>> lists, List<List<Double>> numbers) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "~",
        "true",
        "yes",
        "1",
        "1e3",
        ".nan",
        "0x1f",
        "-",
        "a: b",
        "# no",
        "{a}",
        "[",
        "*a",
        "&a",
        "!t",
        "%",
        "@",
        "`",
        "'",
        "\"",
        "\\",
        "\n\t\r\u0001",
        "\u00e9",
        "\ud83d\ude00",
        "\u2028",
        "a/b.c-d_e",
        " lead",
        "trail "
      })
  void anyTextSurvivesWritingAndReading(String text) {
    Words words =
        new Words(
            text,
            Map.of("a", List.of(text, text), "k" + text, List.of()),
            List.of(List.of(), List.of(-0.0, 1e-300, Double.MAX_VALUE)));
    String yaml = ConfigLoader.toYaml(words);
    assertThat(ConfigLoader.parse(yaml, "test", List.of(), Words.class).value()).isEqualTo(words);
  }

  @Test
  void aFloodOfProblemsIsToldInPart() throws IOException {
    StringBuilder flood = new StringBuilder(GOOD);
    for (int i = 0; i < 9000; i++) {
      flood.append("wrong_").append(i).append(": 1\n");
    }
    assertThat(failureOf(flood.toString()).what())
        .startsWith("9000 problems in the configuration.")
        .endsWith("and 8950 more.");
  }

  @Test
  void aByteOrderMarkIsNoProblem() throws IOException {
    Files.writeString(file, "\ufeff" + GOOD);
    assertThat(load().name()).isEqualTo("peeling");
  }

  @Test
  void anExtendingFileChangesOnlyWhatItNames() throws IOException {
    Path child = folder.resolve("child.yaml");
    Files.writeString(
        child, "extends: peeling.yaml\npolicy: {horizon: 9}\nnoise: {kind: no_noise}\n");
    PeelingExample c = ConfigLoader.load(child, List.of(), PeelingExample.class).value();
    assertThat(c.policy()).isEqualTo(new PeelingExample.Policy(9, 8, 2));
    assertThat(c.noise()).isEqualTo(new PeelingExample.NoNoise());
    assertThat(c.name()).isEqualTo("peeling");
  }

  @Test
  void extendsReachesOneLevelOnly() throws IOException {
    Files.writeString(folder.resolve("b.yaml"), "extends: peeling.yaml\n");
    Files.writeString(folder.resolve("c.yaml"), "extends: b.yaml\n" + GOOD);
    file = folder.resolve("c.yaml");
    assertThat(failure().what()).isEqualTo("an extended file extends another.");
  }

  @Test
  void aMissingBaseIsToldWithTheLineThatNamesIt() throws IOException {
    StropException e = failureOf(GOOD + "extends: peelin.yaml\n");
    assertThat(e.code()).isEqualTo(ErrorCode.MISSING_DATA);
    assertThat(e.where()).isEqualTo(file + ":20, key extends");
  }

  @Test
  void aMissingFileIsToldWithTheNearestName() {
    file = folder.resolve("peelin.yaml");
    StropException e = failure();
    assertThat(e.code()).isEqualTo(ErrorCode.MISSING_DATA);
    assertThat(e.fix()).isEqualTo("did you mean " + folder.resolve("peeling.yaml") + "?");
  }

  @Test
  void aProblemInTheBaseFileIsToldThere() throws IOException {
    Files.writeString(file, GOOD.replace("rate_hz: 20", "rate_hz: -20"));
    Path child = Files.writeString(folder.resolve("child.yaml"), "extends: peeling.yaml\n");
    Path base = file;
    file = child;
    assertThat(failure().where()).isEqualTo(base + ":3, key rate_hz");
  }

  @Test
  void badSyntaxIsToldWithItsLine() throws IOException {
    StropException e = failureOf("name: peeling\npolicy: {horizon: 1\nseed: 2\n");
    assertThat(e.what()).startsWith("not YAML: ");
    assertThat(e.where()).matches(".*peeling.yaml:\\d+");
  }

  @Test
  void emptyFilesAndListsHoldNoKeys() throws IOException {
    assertThat(failureOf("").what()).isEqualTo("the file holds no keys.");
    assertThat(failureOf("- 1\n").what()).isEqualTo("the file holds no keys.");
    assertThat(failureOf("a: 1\n---\nb: 2\n").what()).isEqualTo("a second document.");
  }

  @Test
  void hugeDeepAndExplodingFilesAreRefusedBeforeTheyAreBuilt() throws IOException {
    assertThat(failureOf("#".repeat((1 << 20) + 1)).what()).contains("has 1048577 bytes");
    assertThat(failureOf("a: " + "[".repeat(100_000)).what()).isEqualTo("nested deeper than 40.");
    String bomb =
        "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
            + java.util.stream.IntStream.range(1, 9)
                .mapToObj(
                    i -> "a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(6) + "]\n")
                .collect(Collectors.joining());
    assertThat(failureOf(bomb).what()).startsWith("not YAML: more than 40 levels or 20000 values");
    assertThat(failureOf("a: &a [*a]\n").what()).startsWith("not YAML: ");
    Files.write(file, new byte[] {'a', ':', ' ', (byte) 0xff});
    assertThat(failure().what()).isEqualTo("the file is not UTF-8 text.");
  }
}
