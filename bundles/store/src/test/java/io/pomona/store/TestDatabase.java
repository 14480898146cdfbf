package io.pomona.store;

import com.zaxxer.hikari.HikariDataSource;
import io.pomona.testkit.FakeSecretVault;
import io.pomona.testkit.StoreSet;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.rules.ExternalResource;
import org.junit.rules.TemporaryFolder;

/** A database with all stores over it, for one test class; can be emptied between tests. */
public final class TestDatabase extends ExternalResource {
  private final Supplier<String> urls;
  private HikariDataSource pool;
  private AssembledStores stores;

  private TestDatabase(Supplier<String> urls) {
    this.urls = urls;
  }

  public static TestDatabase postgres() {
    return new TestDatabase(PostgresServer::newDatabase);
  }

  public static TestDatabase h2Memory() {
    return new TestDatabase(
        () -> "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;WRITE_DELAY=0");
  }

  public static TestDatabase h2File(TemporaryFolder folder) {
    return new TestDatabase(() -> h2Url(folder.getRoot().toPath().resolve("db").toString()));
  }

  static String h2Url(String file) {
    return "jdbc:h2:file:" + file + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
  }

  @Override
  protected void before() {
    pool = PostgresServer.pool(urls.get());
    stores = new AssembledStores(pool, new FakeSecretVault());
  }

  @Override
  protected void after() {
    stores.close();
    pool.close();
  }

  AssembledStores assembly() {
    return stores;
  }

  public HikariDataSource pool() {
    return pool;
  }

  /** Its stores after {@link #empty}. */
  StoreSet emptied() {
    empty();
    return stores;
  }

  /** Empties all tables but the history of migrations. */
  public void empty() {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : tables(statement)) {
        statement.addBatch("DELETE FROM " + table);
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    stores.persistence().forget();
  }

  static List<String> tables(Statement statement) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT table_name FROM information_schema.tables"
                + " WHERE lower(table_schema) = 'public' AND table_name <> 'store_migration'")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }
}
