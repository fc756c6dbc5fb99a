package org.strop.launch.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;
import org.strop.launch.run.Installation;
import org.strop.sim.arm.DynamicsQuery;
import org.strop.sim.arm.DynamicsReport;
import org.strop.sim.urdf.UrdfReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code strop sim dynamics}. */
@Command(
    name = "dynamics",
    mixinStandardHelpOptions = true,
    description = {
      "Computes the dynamics of any serial-arm URDF in one state.",
      "",
      "SI units; joints in the order of the file; world is the root link, z up, 9.81 m/s2. As many",
      "numbers as the arm has joints (a gripper's joints are held at zero), or as move in the"
          + " file,",
      "or as move on their own (mimic joints follow). Rigid bodies only: the file's damping and",
      "friction stay out. Details: sim/docs/arm.md.",
      ""
    },
    footerHeading =
        "%nWith --json: joints, mass_matrix, coriolis_and_gravity, gravity, flange_position,%n"
            + "flange_quaternion_xyzw, jacobian (rows linear then angular, world frame),%n"
            + "joint_acceleration.%n%nExamples:%n",
    footer = {
      "  strop sim dynamics --q 0,0.26,3.14,-2.27,0,0.96,1.57",
      "  strop sim dynamics --urdf panda.urdf --q 0,0,0,-1.5,0,1.5,0 --tau 0,-20,0,20,0,2,0 --json"
    })
final class SimDynamicsCommand implements Callable<Integer> {
  @Mixin private Console console;

  @Option(
      names = "--urdf",
      paramLabel = "FILE",
      description = "The robot; configs/robots/gen3.urdf where left out.")
  private @Nullable Path urdf;

  @Option(
      names = "--q",
      required = true,
      arity = "1..*",
      paramLabel = "NUMBER",
      description = "Joint positions, rad or m; separated by commas or blanks.")
  private List<String> q = List.of();

  @Option(
      names = "--qd",
      arity = "1..*",
      paramLabel = "NUMBER",
      description = "Joint velocities, rad/s or m/s; zero where left out.")
  private List<String> qd = List.of();

  @Option(
      names = "--tau",
      arity = "1..*",
      paramLabel = "NUMBER",
      description = "Joint torques or forces, N m or N; zero where left out.")
  private List<String> tau = List.of();

  @Option(
      names = "--tip",
      paramLabel = "LINK",
      description = "Link that pose and Jacobian are of; the flange where left out.")
  private @Nullable String tip;

  @Override
  public Integer call() {
    Path file = urdf != null ? urdf : Installation.config("robots/gen3.urdf");
    DynamicsQuery query =
        new DynamicsQuery(
            UrdfReader.read(file),
            Optional.ofNullable(tip),
            numbers("--q", q),
            numbers("--qd", qd),
            numbers("--tau", tau));
    query.remarks().forEach(remark -> console.say("note: %s", remark));
    DynamicsReport report = query.answer();
    print(report, query.flange());
    console.result(() -> report);
    return 0;
  }

  private static double[] numbers(String option, List<String> words) {
    return Arrays.stream(String.join(" ", words).split("[\\s,;\\[\\]]+", -1))
        .filter(word -> !word.isEmpty())
        .mapToDouble(word -> number(option, word))
        .toArray();
  }

  private static double number(String option, String word) {
    try {
      return Double.parseDouble(word);
    } catch (NumberFormatException e) {
      throw new StropException(
          ErrorCode.USAGE,
          "\"" + word + "\" is not a number.",
          option,
          "give numbers separated by commas.",
          e);
    }
  }

  private void print(DynamicsReport report, String flange) {
    PrintWriter words = console.words();
    words.printf("%-36s %12s %12s %12s%n", "joint", "C qd + g", "g", "qdd");
    for (int i = 0; i < report.joints().size(); i++) {
      words.printf(
          "%-36s %12.5f %12.5f %12.5f%n",
          report.joints().get(i),
          report.coriolisAndGravity().get(i),
          report.gravity().get(i),
          report.jointAcceleration().get(i));
    }
    words.printf("%nflange (%s) at %s m%n", flange, row(report.flangePosition()));
    words.printf("  quaternion x y z w %s%n%nmass matrix%n", row(report.flangeQuaternionXyzw()));
    report.massMatrix().forEach(line -> words.printf("  %s%n", row(line)));
    words.printf("%nJacobian of the flange, world axes: linear rows, then angular%n");
    report.jacobian().forEach(line -> words.printf("  %s%n", row(line)));
  }

  private static String row(List<Double> values) {
    StringBuilder text = new StringBuilder();
    values.forEach(v -> text.append(String.format(java.util.Locale.ROOT, "%9.5f ", v)));
    return text.toString().stripTrailing();
  }
}
