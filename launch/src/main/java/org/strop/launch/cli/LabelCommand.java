package org.strop.launch.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.strop.bridge.trajectory.dataset.Dataset;
import org.strop.launch.label.DatasetEpisodes;
import org.strop.launch.label.QueryPlan;
import org.strop.launch.progress.ProgressBar;
import org.strop.launch.run.Installation;
import org.strop.sim.operator.OperatorConfig;
import org.strop.sim.operator.PanelOperator;
import org.strop.sim.operator.SimulatedOperator;
import org.strop.sim.task.TaskConfig;
import org.strop.ui.panel.PanelConfig;
import org.strop.ui.panel.PanelServer;
import org.strop.ui.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code strop label}. */
@Command(
    name = "label",
    mixinStandardHelpOptions = true,
    description = {
      "Shows attempts side by side in a web panel and keeps what people say about them.",
      "",
      "Answers are appended to the store, never changed; an undo is a row of its own. The panel",
      "answers this machine only, unless --host says otherwise; then it asks for --token.",
      ""
    },
    footerHeading = "%nWith --json: queries, choices, scores, store.%n%nExamples:%n",
    footer = {
      "  strop label --data runs/demo/seed-1/attempts",
      "  strop label --data attempts --store jdbc:postgresql://db/labels?user=lab --host 0.0.0.0"
          + " --token $(openssl rand -hex 16)"
    })
final class LabelCommand implements Callable<Integer> {
  @Mixin private Console console;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Dataset with the attempts to judge.")
  private Path data;

  @Option(
      names = "--store",
      paramLabel = "FILE|URL",
      description = "SQLite file or JDBC URL; DIR/labels.db where left out.")
  private @Nullable String store;

  @Option(
      names = "--pairs",
      defaultValue = "60",
      description = "How many comparisons to ask (default ${DEFAULT-VALUE}).")
  private int pairs;

  @Option(names = "--seed", defaultValue = "1", description = "Order and sides of the pairs.")
  private long seed;

  @Option(
      names = "--port",
      defaultValue = "8090",
      description = "Port (default ${DEFAULT-VALUE}; 0: a free one).")
  private int port;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "Address to answer at (default ${DEFAULT-VALUE}: this machine only).")
  private String host;

  @Option(
      names = "--token",
      description = "Access token, at least " + PanelConfig.MIN_TOKEN + " characters.")
  private @Nullable String token;

  @Option(
      names = "--simulate",
      paramLabel = "FILE",
      description = "Let a simulated operator answer through the panel, then end.")
  private @Nullable Path simulate;

  @Override
  public Integer call() throws InterruptedException {
    Dataset dataset = Dataset.open(data);
    try (Store labels = open()) {
      labels.addQueries(QueryPlan.pairs(dataset.readAll(), pairs, seed));
      PanelConfig panel = new PanelConfig(host, port, Optional.ofNullable(token));
      try (PanelServer server = PanelServer.start(panel, labels, new DatasetEpisodes(dataset))) {
        console.say("panel: %s%s", server.url(), token == null ? "" : "?token=" + token);
        if (simulate == null) {
          console.say("press Ctrl-C to stop; every answer is kept");
          untilStopped();
        } else {
          answer(server, simulate);
        }
      }
      report(labels);
    }
    return 0;
  }

  private Store open() {
    String place = store == null ? data.resolve("labels.db").toString() : store;
    return place.startsWith("jdbc:") ? Store.open(place) : Store.open(Path.of(place));
  }

  private static void untilStopped() throws InterruptedException {
    CountDownLatch stop = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(stop::countDown, "stop"));
    stop.await();
  }

  private void answer(PanelServer server, Path operatorFile) {
    OperatorConfig operator = OperatorConfig.load(operatorFile, List.of());
    TaskConfig task = TaskConfig.load(Installation.config("tasks/peeling.yaml"), List.of());
    SimulatedOperator person = new SimulatedOperator(operator, task, seed);
    try (ProgressBar bar = console.bar(operator.name() + " answers", "pairs", pairs)) {
      new PanelOperator(URI.create(server.url()), Optional.ofNullable(token), person)
          .answer(Integer.MAX_VALUE, done -> bar.at(done, ""));
    }
  }

  private void report(Store labels) {
    int choices = labels.preferences().size();
    int scores = labels.scores().size();
    console.words().printf("%d choices and %d scores in the store%n", choices, scores);
    console.result(
        () ->
            Map.of(
                "queries",
                labels.queries().size(),
                "choices",
                choices,
                "scores",
                scores,
                "store",
                store == null ? data.resolve("labels.db").toString() : store));
  }
}
