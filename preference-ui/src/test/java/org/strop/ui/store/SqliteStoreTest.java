package org.strop.ui.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.strop.configs.ErrorCode;
import org.strop.configs.StropException;

class SqliteStoreTest extends StoreContract {
  @Override
  String freshUrl(String name) {
    return "jdbc:sqlite:" + folder.resolve(name + ".db");
  }

  private static ErrorCode codeOf(Path file) {
    try (Store store = Store.open(file)) {
      throw new AssertionError("opened " + store.queries());
    } catch (StropException e) {
      assertThat(e.where()).contains(file.getFileName().toString());
      return e.code();
    }
  }

  @Test
  void aFileOfAnotherKindIsRefusedAndLeftAsItIs() throws IOException {
    Path file = folder.resolve("notes.txt");
    String text = "these are notes, not a database\n".repeat(100);
    Files.writeString(file, text);
    assertThat(codeOf(file)).isEqualTo(ErrorCode.CORRUPT_DATA);
    assertThat(file).hasContent(text);
  }

  @Test
  void aStoreOfALaterReleaseIsRefused() throws SQLException {
    Path file = folder.resolve("later.db");
    Store.open(file).close();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO flyway_schema_history SELECT 99, '99', 'later', type, script, checksum,"
              + " installed_by, installed_on, execution_time, success FROM flyway_schema_history"
              + " WHERE version = '1'");
    }
    assertThat(codeOf(file)).isEqualTo(ErrorCode.TOO_NEW);
  }

  @Test
  void anUnknownDatabaseIsAConfigurationErrorThatShowsNoPassword() {
    assertThatThrownBy(() -> Store.open("jdbc:mysql://me:secret@host/db?password=hidden"))
        .isInstanceOf(StropException.class)
        .hasMessageContaining("jdbc:mysql://host/db")
        .hasMessageNotContaining("secret")
        .hasMessageNotContaining("hidden");
  }

  @Test
  void foldersAreMadeAndTheFileIsInWriteAheadMode() throws SQLException {
    Path file = folder.resolve("deep/er/labels.db");
    try (Store store = Store.open(file);
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet mode = statement.executeQuery("PRAGMA journal_mode")) {
      assertThat(store.queries()).isEmpty();
      assertThat(mode.getString(1)).isEqualTo("wal");
    }
  }
}
