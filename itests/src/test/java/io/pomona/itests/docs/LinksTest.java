package io.pomona.itests.docs;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.itests.ProjectFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;

/** What the documentation points to is there: files, and headings within pages. */
public class LinksTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+)$");
  private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\n]*`");

  private final Path root = ProjectFolder.root();
  private final List<String> broken = new ArrayList<>();
  private int looked;

  @Test
  public void allLinksWithinTheProjectLeadSomewhere() throws IOException {
    for (Path page : pages()) {
      look(page);
    }
    assertTrue("links were found", looked > 300);
    assertEquals(List.of(), broken);
  }

  private List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(root.resolve("docs"))) {
      return Stream.concat(Stream.of(root.resolve("README.md")), docs)
          .filter(path -> path.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }

  private void look(Path page) throws IOException {
    Matcher link = LINK.matcher(CODE.matcher(Files.readString(page)).replaceAll(""));
    while (link.find()) {
      if (!link.group(1).matches("[a-z]+:.*")) {
        looked++;
        follow(page, link.group(1));
      }
    }
  }

  private void follow(Path page, String target) throws IOException {
    String[] parts = target.split("#", 2);
    Path file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
    boolean there = Files.exists(file);
    boolean headed =
        parts.length == 1 || !there || !file.toString().endsWith(".md") || has(file, parts[1]);
    if (!there || !headed) {
      broken.add(root.relativize(page) + " -> " + target);
    }
  }

  private static boolean has(Path page, String anchor) throws IOException {
    Set<String> anchors =
        HEADING
            .matcher(Files.readString(page))
            .results()
            .map(found -> anchor(found.group(1)))
            .collect(Collectors.toSet());
    return anchors.contains(anchor);
  }

  /** As it is made of a heading where these pages are shown. */
  private static String anchor(String heading) {
    return heading
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }
}
