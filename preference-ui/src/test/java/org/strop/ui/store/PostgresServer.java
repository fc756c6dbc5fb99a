package org.strop.ui.store;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL server of the test's own, from the programs that the machine has. */
final class PostgresServer implements AutoCloseable {
  private static final Path INSTALLED = Path.of("/usr/lib/postgresql");

  private final Path programs;
  private final Path data;
  private final int port;

  private PostgresServer(Path programs, Path data, int port) {
    this.programs = programs;
    this.data = data;
    this.port = port;
  }

  /** Returns the folder of initdb and pg_ctl, where PostgreSQL is installed as Debian does. */
  static Optional<Path> programs() throws IOException {
    if (!Files.isDirectory(INSTALLED)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(INSTALLED)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .findFirst();
    }
  }

  static PostgresServer start(Path programs) throws IOException {
    Path data = Files.createTempDirectory("strop-postgres");
    if (isRoot()) {
      run(List.of("chown", "postgres", data.toString()));
    }
    int port = freePort();
    PostgresServer server = new PostgresServer(programs, data, port);
    server.asOwner("initdb", "-D", data.resolve("db").toString(), "-U", "strop", "-A", "trust");
    String options = "-p " + port + " -c listen_addresses=127.0.0.1 -k " + data;
    server.asOwner(
        "pg_ctl",
        "-D",
        data.resolve("db").toString(),
        "-o",
        options,
        "-l",
        data.resolve("log").toString(),
        "-w",
        "start");
    return server;
  }

  /** Returns the URL of a database, which must have been created. */
  String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=strop";
  }

  @Override
  public void close() throws IOException {
    asOwner("pg_ctl", "-D", data.resolve("db").toString(), "-m", "immediate", "stop");
    run(List.of("rm", "-rf", data.toString()));
  }

  private void asOwner(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("runuser", "-u", "postgres", "--")); // PostgreSQL refuses root
    }
    command.add(programs.resolve(program).toString());
    command.addAll(Arrays.asList(arguments));
    run(command);
  }

  private static void run(List<String> command) throws IOException {
    Path output = Files.createTempFile("strop-command", ".log");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .directory(Path.of("/").toFile())
            .start();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException(command + " failed: " + Files.readString(output));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      Files.delete(output);
    }
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
