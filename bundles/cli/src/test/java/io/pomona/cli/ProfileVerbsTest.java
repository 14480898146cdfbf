package io.pomona.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import picocli.CommandLine;

public class ProfileVerbsTest {
  private static final String WARNINGS =
      "\"warnings\":[{\"code\":\"same_key\",\"message\":\"Two set autohide.\"}]";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();
  private final FakeServer server = new FakeServer();
  private final StringWriter out = new StringWriter();
  private Path root;

  @Before
  public void logIn() {
    root = folder.getRoot().toPath();
    server.on("POST /api/v1/login", 200, "{\"token\":\"t0k3n\"}");
    run("login", "--address", server.address(), "--email", "a@b.c", "--password", "secret");
  }

  @After
  public void close() {
    server.close();
  }

  private int run(String... words) {
    CommandLine line = Pomonactl.commandLine();
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(out, true));
    List<String> arguments = new ArrayList<>(List.of(words));
    arguments.add("--config=" + root.resolve("config"));
    return line.execute(arguments.toArray(new String[0]));
  }

  private String file(String name) throws IOException {
    Path path = root.resolve(name);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, "<plist/>").toString();
  }

  private String asked() {
    return server.requests().get(server.requests().size() - 1);
  }

  @Test
  public void addingTellsWhatIsOdd() throws IOException {
    server.on(
        "POST /api/v1/configuration_profiles", 200, "{\"profile_uuid\":\"U-1\"," + WARNINGS + "}");
    assertEquals(0, run("profiles", "add", file("dock.mobileconfig")));
    assertTrue(out.toString(), out.toString().contains("as U-1.\ndock.mobileconfig: Two set"));
  }

  @Test
  public void lintAddsNothing() throws IOException {
    server.on("POST /api/v1/configuration_profiles/lint", 200, "{" + WARNINGS + "}");
    assertEquals(0, run("profiles", "lint", file("dock.mobileconfig")));
    assertTrue(out.toString(), out.toString().contains("dock.mobileconfig: Two set autohide."));
    server.on("POST /api/v1/configuration_profiles/lint", 200, "{\"warnings\":[]}");
    assertEquals(0, run("profiles", "lint", file("dock.mobileconfig")));
    assertTrue(out.toString(), out.toString().contains("dock.mobileconfig: fine."));
  }

  @Test
  public void aFolderIsPackedHere() throws IOException {
    file("export/a/dock.mobileconfig");
    file("export/notes.txt");
    server.on(
        "POST /api/v1/configuration_profiles/import",
        200,
        "{\"dry_run\":true,\"added\":1,\"files\":[{\"file\":\"a/dock.mobileconfig\","
            + "\"outcome\":\"added\",\"identifier\":\"org.a\",\"reason\":\"\","
            + WARNINGS
            + "}]}");
    assertEquals(0, run("profiles", "import", "--dry-run", root.resolve("export").toString()));
    String request = asked();
    assertTrue(request, request.contains("name=\"dry_run\""));
    assertTrue(request, request.contains("filename=\"profiles.zip\""));
    assertTrue(request, request.contains("a/dock.mobileconfig"));
    assertFalse(request, request.contains("notes.txt"));
    assertTrue(out.toString(), out.toString().contains("1 added, 0 unchanged"));
    assertTrue(out.toString(), out.toString().contains("nothing was stored."));
    assertTrue(out.toString(), out.toString().contains("a/dock.mobileconfig: Two set autohide."));
  }

  @Test
  public void aFileIsSentAsItIs() throws IOException {
    server.on("POST /api/v1/configuration_profiles/import", 200, "{\"files\":[]}");
    assertEquals(0, run("profiles", "import", "--json", file("all.zip")));
    assertTrue(asked(), asked().contains("filename=\"all.zip\""));
  }

  @Test
  public void resendNamesHostsAsPeopleDo() {
    server.on("GET /api/v1/hosts/identifier/C02", 200, "{\"host\":{\"id\":7}}");
    server.on("POST /api/v1/hosts/7/configuration_profiles/U-1/resend", 200, "{}");
    assertEquals(0, run("profiles", "resend", "--hosts=C02", "U-1"));
    assertTrue(out.toString(), out.toString().contains("Sent again to 1 Mac."));
  }

  @Test
  public void aProfileTellsWhatBroughtIt() {
    server.on(
        "GET /api/v1/configuration_profiles",
        200,
        "{\"profiles\":[{\"profile_uuid\":\"U-1\",\"name\":\"Dock\",\"identifier\":\"org.a\","
            + "\"origin\":\"file\",\"updated_at\":\"2026-01-05T09:00:00Z\"}]}");
    assertEquals(0, run("get", "profiles"));
    assertTrue(
        out.toString(),
        out.toString()
            .endsWith(
                """
                UUID  NAME  IDENTIFIER  ORIGIN  UPDATED
                U-1   Dock  org.a       file    2026-01-05T09:00:00Z
                """));
  }
}
