package io.pomona.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import picocli.CommandLine;

public class PomonactlTest {
  private static final String HOST =
      "{\"id\":7,\"uuid\":\"U-7\",\"hostname\":\"Karen's Mac\",\"hardware_serial\":\"C02\","
          + "\"os_version\":\"macOS 14.6\",\"team_name\":\"Desks\",\"mdm\":{\"enrollment_status\":\"On (manual)\"}}";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private final FakeServer server = new FakeServer();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path config;

  @Before
  public void aServer() {
    config = folder.getRoot().toPath().resolve("home/config");
    server.on("POST /api/v1/login", 200, "{\"token\":\"t0k3n\"}");
  }

  @After
  public void close() {
    server.close();
  }

  private int run(String... words) {
    CommandLine line = Pomonactl.commandLine();
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    List<String> arguments = new ArrayList<>(List.of(words));
    arguments.add("--config=" + config);
    return line.execute(arguments.toArray(new String[0]));
  }

  private void logIn() {
    assertEquals(
        0, run("login", "--address", server.address(), "--email", "a@b.c", "--password", "secret"));
  }

  @Test
  public void aTokenIsKeptForTheNextCommandAndForNobodyElse() throws IOException {
    logIn();
    assertEquals("Logged in as a@b.c.\n", out.toString());
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(config)));
    server.on("GET /api/v1/hosts?page=0&per_page=500", 200, "{\"hosts\":[" + HOST + "]}");
    assertEquals(0, run("get", "hosts"));
    assertTrue(server.requests().get(1).contains("[Bearer t0k3n]"));
    assertFalse(out.toString().contains("t0k3n"));
  }

  @Test
  public void aPasswordIsNeitherKeptNorShown() throws IOException {
    logIn();
    assertFalse(Files.readString(config).contains("secret"));
    assertFalse(out.toString().contains("secret"));
  }

  @Test
  public void hostsComeInATableOrAsTheServerSaysThem() {
    logIn();
    server.on(
        "GET /api/v1/hosts?mdm_enrollment_status=enrolled&page=0&per_page=500",
        200,
        "{\"hosts\":[" + HOST + "]}");
    assertEquals(0, run("get", "hosts", "--mdm"));
    assertTrue(
        out.toString(),
        out.toString()
            .endsWith(
                """
                UUID  HOSTNAME     SERIAL  VERSION     TEAM   MDM
                U-7   Karen's Mac  C02     macOS 14.6  Desks  On (manual)
                """));
    assertEquals(0, run("get", "hosts", "--mdm", "--json"));
    assertTrue(out.toString().contains("\"hardware_serial\" : \"C02\""));
    assertEquals(0, run("get", "hosts", "--mdm", "--yaml"));
    assertTrue(out.toString().contains("hardware_serial: \"C02\""));
  }

  @Test
  public void aLongListIsReadToItsEnd() {
    logIn();
    String page = String.join(",", java.util.Collections.nCopies(500, HOST));
    server.on("GET /api/v1/hosts?page=0&per_page=500", 200, "{\"hosts\":[" + page + "]}");
    server.on("GET /api/v1/hosts?page=1&per_page=500", 200, "{\"hosts\":[" + HOST + "]}");
    assertEquals(0, run("get", "hosts"));
    assertEquals(501, out.toString().lines().filter(line -> line.startsWith("U-7")).count());
  }

  @Test
  public void whatAMacCallsItselfCannotMoveTheCursor() {
    logIn();
    String evil = HOST.replace("Karen's", "\\u001b[2JKaren's");
    server.on("GET /api/v1/hosts?page=0&per_page=500", 200, "{\"hosts\":[" + evil + "]}");
    assertEquals(0, run("get", "hosts"));
    assertFalse(out.toString().contains("\u001b"));
  }

  @Test
  public void aCommandGoesToHostsByTheirNames() throws IOException {
    logIn();
    Path payload = folder.newFile("lock.plist").toPath();
    Files.writeString(payload, "<plist/>");
    server.on("GET /api/v1/hosts/identifier/Karen%27s%20Mac", 200, "{\"host\":" + HOST + "}");
    server.on("POST /api/v1/commands/run", 200, "{\"command_uuid\":\"CU\"}");
    assertEquals(0, run("mdm", "run-command", "--hosts", "Karen's Mac", "--payload=" + payload));
    String sent = server.requests().get(2);
    assertTrue(sent, sent.contains("\"host_uuids\":[\"U-7\"]"));
    assertTrue(sent, sent.contains("\"command\":\"PHBsaXN0Lz4=\""));
    assertTrue(out.toString().endsWith("pomonactl get mdm-command-results --id=CU\n"));
  }

  @Test
  public void hostsMoveIntoATeamByItsName() {
    logIn();
    server.on(
        "GET /api/v1/teams?page=0&per_page=500",
        200,
        "{\"teams\":[{\"id\":3,\"name\":\"Desks\",\"host_count\":1,\"user_count\":0}]}");
    server.on("GET /api/v1/hosts/identifier/C02", 200, "{\"host\":" + HOST + "}");
    server.on("POST /api/v1/hosts/transfer", 200, "{}");
    assertEquals(0, run("hosts", "transfer", "--team=desks", "--hosts=C02"));
    assertTrue(server.requests().get(3).endsWith("{\"team_id\":3,\"hosts\":[7]}"));
    assertEquals(1, run("hosts", "transfer", "--team=Labs", "--hosts=C02"));
    assertEquals("Error: There is no team \"Labs\".\n", err.toString());
    assertEquals(0, run("get", "teams"));
    assertTrue(out.toString().endsWith("NAME   HOSTS  USERS\nDesks  1      0\n"));
  }

  @Test
  public void refusalsAreSentencesWithACodeForScripts() {
    logIn();
    server.on(
        "GET /api/v1/commands/results?command_uuid=x",
        422,
        "{\"message\":\"Validation failed\",\"errors\":[{\"name\":\"command_uuid\",\"reason\":\"is"
            + " no UUID\"}]}");
    assertEquals(1, run("get", "mdm-command-results", "--id=x"));
    assertEquals("Error: Validation failed\ncommand_uuid: is no UUID\n", err.toString());
  }

  @Test
  public void anEndedSessionSaysHowToGoOn() {
    logIn();
    server.on("GET /api/v1/activities?per_page=100", 401, "{\"message\":\"Authentication\"}");
    assertEquals(3, run("get", "activities"));
    assertEquals(
        "Error: Your session has ended: run pomonactl login --email a@b.c\n", err.toString());
  }

  @Test
  public void nobodyThereIsItsOwnCode() {
    assertEquals(0, run("config", "set", "--address", "http://localhost:1", "--email", "a@b.c"));
    assertEquals(4, run("get", "hosts"));
    assertEquals(
        "Error: Nobody answers at http://localhost:1: is the server up?\n", err.toString());
  }

  @Test
  public void aPasswordIsNotSentWithoutTls() {
    assertEquals(
        1, run("login", "--address", "http://mdm.example.com", "--email", "a@b.c", "--password=x"));
    assertEquals(List.of(), server.requests());
  }

  @Test
  public void aBrokenFileOfContextsIsNotOverwritten() throws IOException {
    Files.createDirectories(config.getParent());
    Files.writeString(config, "contexts: [");
    assertEquals(5, run("config", "list"));
    assertEquals("contexts: [", Files.readString(config));
  }

  @Test
  public void severalServersAreKeptApart() {
    assertEquals(0, run("config", "set", "--context", "a", "--address", "https://a"));
    assertEquals(0, run("config", "set", "--context", "b", "--address", "https://b"));
    assertEquals(0, run("config", "list"));
    assertTrue(out.toString().contains("a  https://a"));
    assertTrue(out.toString().contains("b  https://b"));
  }

  @Test
  public void aWrongWordShowsTheUsage() {
    assertEquals(2, run("get", "hosts", "--bogus"));
    assertTrue(err.toString().contains("Usage: pomonactl get hosts"));
  }

  @Test
  public void aTimelineBeginsWithWhatTheMacWaitsFor() {
    logIn();
    server.on("GET /api/v1/hosts/identifier/C02", 200, "{\"host\":" + HOST + "}");
    String timeline =
        "{\"hostname\":\"Karen's Mac\",\"sentence\":\"It is off.\",\"events\":[{\"time\":"
            + "\"2026-01-05T09:00:00Z\",\"kind\":\"queued\",\"request_type\":\"Settings\",\"by\":"
            + "\"Ada\",\"text\":\"Queued.\",\"command_uuid\":\"U\"}]}";
    server.on("GET /api/v1/hosts/7/timeline?per_page=20", 200, timeline);
    assertEquals(0, run("get", "timeline", "--host", "C02"));
    assertTrue(out.toString(), out.toString().contains("Karen's Mac: It is off.\nTIME"));
    assertTrue(out.toString(), out.toString().contains("queued  Settings  Ada  Queued.  U"));
    assertEquals(0, run("get", "timeline", "--host", "C02", "--json"));
    assertTrue(out.toString(), out.toString().contains("\"sentence\" : \"It is off.\""));
    server.on(
        "GET /api/v1/commands/U/timeline?per_page=20&host_id=7",
        200,
        "{\"hosts\":[" + timeline + "]}");
    assertEquals(0, run("get", "timeline", "--host", "C02", "--id", "U", "--yaml"));
    assertTrue(out.toString(), out.toString().contains("sentence: \"It is off.\""));
    assertEquals(2, run("get", "timeline"));
  }

  @Test
  public void aCommandIsTakenBackForSomeOrForAll() {
    logIn();
    server.on("GET /api/v1/hosts/identifier/C02", 200, "{\"host\":" + HOST + "}");
    server.on("POST /api/v1/commands/U/cancel", 200, "{\"cancelled\":1,\"message\":\"Done.\"}");
    assertEquals(0, run("mdm", "cancel", "--id=U", "--hosts=C02"));
    assertTrue(server.requests().get(2).endsWith("{\"host_uuids\":[\"U-7\"]}"));
    assertTrue(out.toString(), out.toString().endsWith("Done.\n"));
    assertEquals(0, run("mdm", "cancel", "--id=U"));
    assertTrue(server.requests().get(3).endsWith("{\"host_uuids\":[]}"));
  }

  @Test
  public void answersComeFromAllPages() {
    logIn();
    String row = "{\"command_uuid\":\"U\",\"hostname\":\"Mac %s\"}";
    server.on(
        "GET /api/v1/commands/results?command_uuid=U",
        200,
        "{\"results\":[" + row.formatted("1") + "],\"next_after\":\"A\"}");
    server.on(
        "GET /api/v1/commands/results?command_uuid=U&after=A",
        200,
        "{\"results\":[" + row.formatted("2") + "],\"next_after\":null}");
    assertEquals(0, run("get", "mdm-command-results", "--id=U"));
    assertTrue(out.toString(), out.toString().contains("Mac 2"));
    assertEquals(3, server.requests().size());
  }
}
