package io.pomona.store;

import static org.awaitility.Awaitility.await;
import static org.junit.Assert.assertEquals;

import com.zaxxer.hikari.HikariDataSource;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandState;
import io.pomona.api.commands.CommandUuid;
import io.pomona.testkit.FakeSecretVault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** What was acknowledged is there after kill -9. */
public class KilledServerTest {
  private static final int ENOUGH = 200;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void h2KeepsWhatItAcknowledged() throws Exception {
    check(TestDatabase.h2Url(folder.getRoot().toPath().resolve("db").toString()));
  }

  @Test
  public void postgresKeepsWhatItAcknowledged() throws Exception {
    check(PostgresServer.newDatabase());
  }

  private void check(String url) throws Exception {
    List<String> acknowledged = acknowledgedUntilKilled(url);
    try (HikariDataSource pool = PostgresServer.pool(url);
        StoreAssembly stores = StoreAssembly.open(pool, new FakeSecretVault())) {
      for (String line : acknowledged) {
        CommandUuid uuid = new CommandUuid(line.substring(line.indexOf(' ') + 1));
        List<CommandRecord> records = stores.commandHistory().find(uuid);
        assertEquals(line, 1, records.size());
        if (line.startsWith("answered")) {
          assertEquals(line, CommandState.ACKNOWLEDGED, records.get(0).state());
        }
      }
    }
  }

  private List<String> acknowledgedUntilKilled(String url) throws Exception {
    Path output = folder.newFile().toPath();
    Process writer = start(url, output);
    try {
      await().atMost(Duration.ofMinutes(2)).until(() -> acknowledged(output).size() >= ENOUGH);
    } finally {
      writer.destroyForcibly().waitFor();
    }
    return acknowledged(output);
  }

  /** A line that was cut off by the end is left out. */
  private static List<String> acknowledged(Path output) throws IOException {
    try (Stream<String> lines = Files.lines(output)) {
      return lines.filter(line -> line.matches("(queued|answered) [0-9a-f-]{36}")).toList();
    }
  }

  private static Process start(String url, Path output) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java, "-cp", System.getProperty("java.class.path"), KilledWriter.class.getName(), url)
        .redirectOutput(output.toFile())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
