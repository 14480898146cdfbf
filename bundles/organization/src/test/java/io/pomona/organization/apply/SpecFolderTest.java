package io.pomona.organization.apply;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SpecFolderTest {
  private static final String TEAM =
      """
      apiVersion: v1
      kind: team
      spec:
        team:
          name: Desks
          mdm:
            macos_settings:
              custom_settings: [../lib/a.mobileconfig, {path: ../lib/b.mobileconfig}]
            macos_setup:
              macos_setup_assistant: ../lib/setup.json
      """;

  @Rule public final TemporaryFolder home = new TemporaryFolder();

  private Path write(String name, String text) throws IOException {
    Path file = home.getRoot().toPath().resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private List<SpecFile> read() {
    return new SpecFolder(home.getRoot().toPath()).read();
  }

  @Test
  public void aFolderIsReadInOrderWithWhatItRefersTo() throws IOException {
    write("teams/desks.yml", TEAM);
    write("aaa.yml", "kind: user_roles\nspec: {}\n");
    write("default.yml", "kind: config\nspec: {}\n");
    write("lib/part.yml", "- a part\n");
    write(".git/x.yml", "kind: config\n");
    write("lib/a.mobileconfig", "a");
    write("lib/b.mobileconfig", "b");
    write("lib/setup.json", "c");
    List<SpecFile> files = read();
    assertEquals(
        List.of("default.yml", "teams/desks.yml", "aaa.yml"),
        files.stream()
            .map(file -> home.getRoot().toPath().relativize(Path.of(file.name())).toString())
            .toList());
    Map<String, byte[]> attachments = files.get(1).attachments();
    assertArrayEquals(new byte[] {'a'}, attachments.get("../lib/a.mobileconfig"));
    assertArrayEquals(new byte[] {'b'}, attachments.get("../lib/b.mobileconfig"));
    assertArrayEquals(new byte[] {'c'}, attachments.get("../lib/setup.json"));
  }

  @Test
  public void whatIsMissingIsNamed() throws IOException {
    Path file = write("teams/desks.yml", TEAM);
    MdmException missing = assertThrows(MdmException.class, this::read);
    assertTrue(missing.getMessage(), missing.getMessage().contains("../lib/a.mobileconfig"));
    assertTrue(missing.getMessage(), missing.getMessage().contains(file.toString()));
    SpecFolder nothing = new SpecFolder(home.getRoot().toPath().resolve("nothing.yml"));
    assertThrows(MdmException.class, nothing::read);
  }

  @Test
  public void variablesAreRefusedAndDollarsAreNot() throws IOException {
    Path file = write("a.yml", "kind: config\n# $COMMENT\nspec: {a: \\$b $5}\n");
    assertEquals("kind: config\n# $COMMENT\nspec: {a: $b $5}\n", read().get(0).content());
    Files.writeString(file, "kind: config\nspec: {a: '${NAME}'}\n");
    MdmException refused = assertThrows(MdmException.class, this::read);
    assertTrue(refused.getMessage(), refused.getMessage().startsWith(file + ", line 2: "));
  }

  @Test
  public void whatIsWrittenIsReadBack() throws IOException {
    SpecFile file = new SpecFile("teams/a.yml", TEAM.replace("Desks", "$HOME \\$X"), Map.of());
    Path folder = home.getRoot().toPath().resolve("new");
    byte[] profile = {1, 2};
    SpecFile whole =
        new SpecFile(
            file.name(),
            file.content(),
            Map.of(
                "../lib/a.mobileconfig",
                profile,
                "../lib/b.mobileconfig",
                profile,
                "../lib/setup.json",
                profile));
    assertEquals(4, new SpecFolder(folder).write(List.of(whole)).size());
    SpecFile read = new SpecFolder(folder).read().get(0);
    assertEquals(whole.content(), read.content());
    assertArrayEquals(profile, read.attachments().get("../lib/a.mobileconfig"));
    MdmException taken =
        assertThrows(MdmException.class, () -> new SpecFolder(folder).write(List.of(whole)));
    assertTrue(taken.getMessage(), taken.getMessage().contains("is not empty"));
  }
}
