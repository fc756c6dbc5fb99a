package org.strop.ui.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

/**
 * Opens a database by its JDBC URL, brings its schema up to date and runs work in it.
 *
 * <p>SQLite runs in write-ahead mode with {@code synchronous=FULL}: a commit that returned is on
 * the disk, also after a power cut. Connections are pooled; at least one stays open, so that the
 * write-ahead log is not folded in and deleted after every answer.
 */
final class Database implements AutoCloseable {
  private static final String MIGRATIONS = "classpath:org/strop/ui/store/";
  private static final Map<String, String> SQLITE =
      Map.of(
          "journal_mode", "WAL",
          "synchronous", "FULL",
          "busy_timeout", "10000",
          "foreign_keys", "true",
          "transaction_mode", "IMMEDIATE");

  private static final int CONNECTIONS = 6;
  private static final long PATIENCE_MS = 15_000;

  private final String place;
  private final HikariDataSource pool;
  private final Jdbi jdbi;

  private Database(String place, HikariDataSource pool) {
    this.place = place;
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
  }

  /**
   * Opens a database, creating or upgrading its tables.
   *
   * @param url {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql://HOST/DATABASE?user=...}
   * @throws StropException CONFIG for another URL, CORRUPT_DATA for a file of another kind, TOO_NEW
   *     for a schema of a later release, UNREACHABLE where no server answers
   */
  static Database open(String url) {
    Dialect dialect = Dialect.of(url);
    String place = withoutSecrets(url);
    Properties settings = new Properties();
    if (dialect == Dialect.SQLITE) {
      settings.putAll(SQLITE);
    }
    probe(url, settings, dialect, place);
    HikariDataSource pool = pool(url, settings);
    try {
      migrate(pool, dialect, place);
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
    return new Database(place, pool);
  }

  private static HikariDataSource pool(String url, Properties settings) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("labels");
    config.setJdbcUrl(url);
    config.setDataSourceProperties(settings);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(PATIENCE_MS);
    return new HikariDataSource(config);
  }

  /** Opens one connection first, because its failure says more than the pool's. */
  private static void probe(String url, Properties settings, Dialect dialect, String place) {
    try {
      DriverManager.getConnection(url, settings).close();
    } catch (SQLException e) {
      throw new StropException(
          dialect == Dialect.SQLITE ? ErrorCode.CORRUPT_DATA : ErrorCode.UNREACHABLE,
          "the label store does not open: " + e.getMessage(),
          place,
          dialect.fix(),
          e);
    }
  }

  private static void migrate(DataSource pool, Dialect dialect, String place) {
    try {
      Flyway flyway =
          Flyway.configure()
              .dataSource(pool)
              .locations(MIGRATIONS + "migration", MIGRATIONS + dialect.folder())
              .load();
      for (MigrationInfo applied : flyway.info().applied()) {
        if (!applied.getState().isResolved()) {
          throw tooNew(applied, place);
        }
      }
      flyway.migrate();
    } catch (FlywayException e) {
      throw new StropException(
          ErrorCode.CORRUPT_DATA,
          "the label store's tables are not as they should be: " + e.getMessage(),
          place,
          dialect.fix(),
          e);
    }
  }

  private static StropException tooNew(MigrationInfo applied, String place) {
    return new StropException(
        ErrorCode.TOO_NEW,
        "the label store has schema version " + applied.getVersion() + ", unknown to this release",
        place,
        "open it with the newer release that wrote it, or name another store");
  }

  /** Runs reading work on a connection of its own. */
  <T> T read(Function<Handle, T> work) {
    return guarded(() -> jdbi.withHandle(work::apply));
  }

  /** Runs writing work in one transaction; when this returns, it is on the disk. */
  <T> T write(Function<Handle, T> work) {
    return guarded(() -> jdbi.inTransaction(work::apply));
  }

  private <T> T guarded(java.util.function.Supplier<T> work) {
    try {
      return work.get();
    } catch (JdbiException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new StropException(
          ErrorCode.IO,
          "the label store failed: " + cause.getMessage(),
          place,
          "check free space, rights and that the database is running, then try again",
          e);
    }
  }

  /** Returns where the data is, for messages; never a password. */
  String place() {
    return place;
  }

  @Override
  public void close() {
    pool.close();
  }

  private static String withoutSecrets(String url) {
    int query = url.indexOf('?');
    String plain = query < 0 ? url : url.substring(0, query);
    return plain.replaceAll("//[^/@]*@", "//");
  }

  /** A kind of database that the migrations are written for. */
  private enum Dialect {
    SQLITE("jdbc:sqlite:", "name another file, or move this one away"),
    POSTGRESQL("jdbc:postgresql:", "check that the server runs, and the address, user and rights");

    private final String prefix;
    private final String fix;

    Dialect(String prefix, String fix) {
      this.prefix = prefix;
      this.fix = fix;
    }

    String folder() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    String fix() {
      return fix;
    }

    static Dialect of(String url) {
      for (Dialect dialect : values()) {
        if (url.startsWith(dialect.prefix)) {
          return dialect;
        }
      }
      throw new StropException(
          ErrorCode.CONFIG,
          "'" + withoutSecrets(url) + "' is no database that the label store knows",
          "the label store's JDBC URL",
          "use jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE?user=NAME");
    }
  }
}
