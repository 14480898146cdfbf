package io.pomona.cli;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;

public class GenerateTest {
  private static final String EXPORT = "GET /api/v1/export";
  private static final String CONTENT = "kind: config\nspec: {org_info: {org_name: \"Ca$h\"}}\n";

  @Rule public final Desk desk = new Desk();

  private void exports(String files) {
    desk.server().on(EXPORT, 200, "{\"files\":[" + files + "]}");
  }

  private static String file(String name, String attachment) {
    return "{\"name\":\"%s\",\"content\":\"%s\",\"attachments\":{\"%s\":\"PHg+\"}}"
        .formatted(
            name,
            CONTENT.replace("\n", "\\n").replace("\"Ca", "\\\"Ca").replace("h\"", "h\\\""),
            attachment);
  }

  private int generate(String... more) {
    String[] words = new String[more.length + 2];
    words[0] = "generate";
    words[1] = desk.path("out").toString();
    System.arraycopy(more, 0, words, 2, more.length);
    return desk.run(words);
  }

  @Test
  public void filesAreAsTheServerGivesThemAndApplyReadsThemBack() throws IOException {
    exports(file("default.yml", "profiles/a.mobileconfig") + "," + file("teams/b.yml", "../x"));
    assertEquals(0, generate());
    assertEquals("<x>", Files.readString(desk.path("out/profiles/a.mobileconfig")));
    assertEquals("<x>", Files.readString(desk.path("out/x")));
    assertTrue(desk.out().contains("Wrote " + desk.path("out/teams/b.yml") + ".\n"));
    assertTrue(Files.readString(desk.path("out/default.yml")).contains("Ca\\$h"));
    desk.server().on("POST /api/v1/apply?dry_run=false&force=false", 200, "{\"changes\":[]}");
    assertEquals(0, desk.run("apply", "-f", desk.path("out").toString()));
    String sent = desk.server().requests().get(1);
    assertTrue(sent, sent.contains("org_name: \\\"Ca$h\\\""));
  }

  @Test
  public void filesOfSomebodyAreNotOverwrittenWithoutForce() throws IOException {
    exports(file("default.yml", "a"));
    desk.write("out/default.yml", "mine");
    assertEquals(5, generate());
    assertTrue(desk.err().endsWith("overwrite files with --force.\n"));
    assertEquals("mine", Files.readString(desk.path("out/default.yml")));
    assertEquals(0, generate("--force"));
    assertTrue(Files.readString(desk.path("out/default.yml")).startsWith("kind: config"));
  }

  @Test
  public void noNameLeadsOutOfTheFolder() {
    for (String name : List.of("../x.yml", "/tmp/x.yml", "a/../../x.yml", ".", "", "a\\\\b.yml")) {
      exports(file("default.yml", "a") + "," + file(name, "b"));
      assertEquals(name, 4, generate());
      assertTrue(desk.err().contains("Nothing is written."));
      exports(file("default.yml", name));
      assertEquals(name, 4, generate());
    }
    assertFalse(Files.exists(desk.path("out")));
    assertFalse(Files.exists(desk.path("x.yml")));
  }

  @Test
  public void noLinkLeadsOutOfTheFolder() throws IOException {
    Files.createDirectories(desk.path("elsewhere"));
    Files.createDirectories(desk.path("out"));
    Files.createSymbolicLink(desk.path("out/teams"), desk.path("elsewhere"));
    exports(file("teams/deep/a.yml", "b"));
    assertEquals(5, generate("--force"));
    assertEquals(0, desk.path("elsewhere").toFile().list().length);
    desk.write("target", "mine");
    Files.createSymbolicLink(desk.path("out/default.yml"), desk.path("target"));
    exports(file("default.yml", "b"));
    assertEquals(5, generate("--force"));
    assertEquals("mine", Files.readString(desk.path("target")));
  }

  @Test
  public void noFileIsNamedTwice() {
    exports(file("default.yml", "a") + "," + file("DEFAULT.yml", "b"));
    assertEquals(4, generate());
    assertFalse(Files.exists(desk.path("out")));
  }
}
