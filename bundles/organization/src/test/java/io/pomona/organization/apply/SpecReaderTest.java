package io.pomona.organization.apply;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.MdmException.Kind;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.Test;

public class SpecReaderTest {
  private static List<SpecDocument> read(String... lines) {
    SpecFile file = new SpecFile("a.yml", String.join("\n", lines), Map.of());
    return new SpecReader(file, new SpecBudget(List.of(file))).documents();
  }

  private static String refused(String... lines) {
    MdmException refused = assertThrows(MdmException.class, () -> read(lines));
    assertEquals(Kind.MALFORMED, refused.kind());
    return refused.getMessage();
  }

  @Test
  public void severalDocumentsHaveTheirLines() {
    List<SpecDocument> documents =
        read(
            "# Settings",
            "---",
            "apiVersion: v1",
            "kind: config",
            "spec:",
            "  org_info:",
            "    org_name: Acme",
            "---",
            "kind: team",
            "spec:",
            "  team:",
            "    name: Desks",
            "    mdm: {}",
            "---");
    assertEquals(List.of("config", "team"), documents.stream().map(SpecDocument::kind).toList());
    assertEquals(Map.of("org_info", Map.of("org_name", "Acme")), documents.get(0).spec());
    SpecSource source = documents.get(0).source();
    assertEquals("a.yml, line 7", source.place(List.of("org_info", "org_name")));
    assertEquals("a.yml, line 6", source.place(List.of("org_info", "elsewhere")));
    assertEquals("a.yml, line 5", source.place(List.of("nowhere")));
    assertEquals(
        "a.yml, line 13", documents.get(1).source().below("team").place(List.of("mdm", "x")));
  }

  @Test
  public void valuesAreThoseOfJson() {
    Map<String, Object> spec =
        read(
                "kind: config",
                "spec:",
                "  text: 'yes'",
                "  truth: yes",
                "  number: 12",
                "  fraction: 13.5",
                "  day: 2023-06-13",
                "  nothing:",
                "  list: [a, 1, {b: false}]")
            .get(0)
            .spec();
    assertEquals("yes", spec.get("text"));
    assertEquals(true, spec.get("truth"));
    assertEquals(12L, spec.get("number"));
    assertEquals(13.5, spec.get("fraction"));
    assertEquals("2023-06-13", spec.get("day"));
    assertTrue(spec.containsKey("nothing"));
    assertEquals(null, spec.get("nothing"));
    assertEquals(Arrays.asList("a", 1L, Map.of("b", false)), spec.get("list"));
  }

  @Test
  public void anchorsAreFollowed() {
    Map<String, Object> spec =
        read(
                "kind: config",
                "spec:",
                "  a: &base {x: 1, y: 2}",
                "  b:",
                "    <<: *base",
                "    y: 3",
                "  c: *base")
            .get(0)
            .spec();
    assertEquals(Map.of("x", 1L, "y", 3L), spec.get("b"));
    assertEquals(Map.of("x", 1L, "y", 2L), spec.get("c"));
  }

  @Test
  public void whatCannotBeReadSaysWhere() {
    assertEquals(
        "a.yml, line 2: specs: unknown key; valid here are apiVersion, kind, spec",
        refused("kind: config", "specs: {}"));
    assertEquals("a.yml, line 1: the document says no kind", refused("spec: {}"));
    assertEquals(
        "a.yml, line 2: spec must be an object with keys", refused("kind: config", "spec: text"));
    assertEquals("a.yml, line 4: x is here twice", refused("kind: a", "spec:", "  x: 1", "  x: 2"));
    assertEquals(
        "a.yml, line 1: the document must be an object with keys", refused("- kind: config"));
    assertTrue(refused("kind: config", "spec: {").startsWith("a.yml, line 2: this is no YAML: "));
  }

  @Test
  public void whatIsMadeToHurtIsRefused() {
    assertTrue(
        refused("kind: a", "spec: !!javax.script.ScriptEngineManager {x: 1}").startsWith("a.yml"));
    assertTrue(refused("kind: a", "spec: &a", "  x: *a").startsWith("a.yml"));
    StringBuilder laughs = new StringBuilder("kind: a\nspec:\n  a0: &a0 [ha, ha]\n");
    for (int i = 1; i < 24; i++) {
      laughs.append("  a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    assertTrue(refused(laughs.toString()).startsWith("a.yml"));
    assertTrue(refused("kind: a", "spec: " + "[".repeat(5_000)).startsWith("a.yml"));
    assertTrue(refused("kind: a", "spec: " + "x".repeat(1 << 20)).startsWith("a.yml"));
    MdmException large =
        assertThrows(MdmException.class, () -> read("kind: a", "spec:", "- x\n".repeat(1 << 20)));
    assertEquals(Kind.TOO_LARGE, large.kind());
  }

  /** Each file alone would do. */
  @Test
  public void whatIsReadOfAllFilesIsBounded() {
    String aliases = "  b: [" + "*a, ".repeat(49) + "*a]\n";
    String content = "kind: a\nspec:\n  a: &a [" + "0, ".repeat(1_000) + "0]\n" + aliases;
    List<SpecFile> files =
        IntStream.range(0, 3).mapToObj(i -> new SpecFile("" + i, content, Map.of())).toList();
    SpecBudget budget = new SpecBudget(files);
    assertEquals(1, new SpecReader(files.get(0), budget).documents().size());
    MdmException refused =
        assertThrows(
            MdmException.class,
            () -> files.forEach(file -> new SpecReader(file, budget).documents()));
    assertTrue(refused.getMessage(), refused.getMessage().contains("too much to apply"));
    SpecFile small = new SpecFile("a.yml", "", Map.of());
    assertThrows(MdmException.class, () -> new SpecBudget(Collections.nCopies(1_001, small)));
  }
}
