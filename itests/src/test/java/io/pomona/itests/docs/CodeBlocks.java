package io.pomona.itests.docs;

import io.pomona.itests.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The code blocks of a page, in order, as a reader would paste them. */
public final class CodeBlocks {
  private static final Pattern BLOCK =
      Pattern.compile("^```[a-z]*\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  private CodeBlocks() {}

  public static List<String> of(String page) {
    try {
      String text = Files.readString(ProjectFolder.root().resolve(page));
      return BLOCK.matcher(text).results().map(block -> block.group(1).strip()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All blocks that begin with this. */
  public static List<String> allBeginning(String page, String start) {
    return of(page).stream().filter(block -> block.startsWith(start)).toList();
  }

  /** The first block that begins with this. */
  public static String beginning(String page, String start) {
    return allBeginning(page, start).stream()
        .findFirst()
        .orElseThrow(
            () -> new AssertionError(page + " has no block " + Matcher.quoteReplacement(start)));
  }
}
