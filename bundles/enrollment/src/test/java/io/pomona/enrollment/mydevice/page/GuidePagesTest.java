package io.pomona.enrollment.mydevice.page;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.Test;

/** The guide for users is written in what its pages can show. */
public class GuidePagesTest {
  private static final Path GUIDE = Path.of("../../docs/guide");
  private static final Pattern LEFT_OVER = Pattern.compile("\\*\\*|`|\\]\\(|(?m)^#|&lt;");
  private static final Pattern LINK = Pattern.compile("href=\"/device/guide/([a-z-]+)\"");

  @Test
  public void everyPageIsShownAndNothingOfItsMarksIsLeft() throws IOException {
    List<String> names = names();
    assertTrue(names.size() > 3);
    List<String> wrong = new ArrayList<>();
    for (String name : names) {
      String page = GuidePages.find(name).orElse("`");
      if (LEFT_OVER.matcher(page).find() || !page.contains("<h1>")) {
        wrong.add(name);
      }
      LINK.matcher(page)
          .results()
          .map(link -> link.group(1))
          .filter(to -> GuidePages.find(to).isEmpty())
          .forEach(to -> wrong.add(name + " -> " + to));
    }
    assertEquals(List.of(), wrong);
  }

  private static List<String> names() throws IOException {
    try (Stream<Path> pages = Files.list(GUIDE)) {
      return pages.map(page -> page.getFileName().toString().replace(".md", "")).sorted().toList();
    }
  }
}
