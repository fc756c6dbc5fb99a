package org.strop.ui.store;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** The store's contract on a real PostgreSQL server; skipped where none is installed. */
@Tag("slow")
class PostgresStoreIT extends StoreContract {
  private static @Nullable PostgresServer server;
  private static int databases;

  @BeforeAll
  static void startServer() throws IOException {
    Optional<Path> programs = PostgresServer.programs();
    boolean required =
        Arrays.asList(System.getProperty("strop.require", "").split(",")).contains("postgresql");
    if (!required) {
      Assumptions.assumeTrue(
          programs.isPresent(),
          "no PostgreSQL server under /usr/lib/postgresql (Debian: apt-get install postgresql)");
    }
    server = PostgresServer.start(programs.orElseThrow());
  }

  @AfterAll
  static void stopServer() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  @Override
  String freshUrl(String name) {
    PostgresServer running = requireNonNull(server);
    String database = name + "_" + databases++;
    try (Connection connection = DriverManager.getConnection(running.url("postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + database);
    } catch (SQLException e) {
      throw new AssertionError("database " + database + " was not made", e);
    }
    return running.url(database);
  }
}
