package org.strop.launch.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.strop.launch.doctor.Check;
import org.strop.launch.doctor.Doctor;
import org.strop.launch.run.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code strop doctor}. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Checks JDK, memory, cores, disk, GPU, ROS and ports, and tells the mend.",
    footerHeading =
        "%nWith --json: checks (name, status: ok, note or fail, found, mend).%n%nExamples:%n",
    footer = {"  strop doctor", "  ROS_MASTER_URI=http://robot:11311 strop doctor --json"})
final class DoctorCommand implements Callable<Integer> {
  @Mixin private Console console;

  @Override
  public Integer call() {
    List<Check> checks = new Doctor(System.getenv(), Installation.root()).examine();
    PrintWriter words = console.words();
    for (Check check : checks) {
      String status = check.status().name().toLowerCase(Locale.ROOT);
      words.printf("  %-4s  %-12s %s%n", status, check.name(), check.found());
      if (!check.mend().isEmpty()) {
        words.printf("                     %s%n", check.mend());
      }
    }
    console.result(() -> Map.of("checks", checks));
    return checks.stream().anyMatch(c -> c.status() == Check.Status.FAIL) ? 1 : 0;
  }
}
