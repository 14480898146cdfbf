package io.pomona.itests.docs;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.itests.ProjectFolder;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The examples in docs/extending compile against what an extension sees. */
public class ExtendingPagesTest {
  private static final Pattern NAME = Pattern.compile("public final class (\\w+)");

  @Rule public final TemporaryFolder classes = new TemporaryFolder();

  @Test
  public void everyPageHasAnExampleThatCompiles() throws IOException {
    List<String> pages = pages();
    assertTrue(pages.toString(), pages.size() >= 7);
    for (String page : pages) {
      List<String> examples =
          CodeBlocks.of(page).stream().filter(block -> block.startsWith("import ")).toList();
      assertEquals(page, 1, examples.size());
      assertEquals(page, "", compile(examples.get(0)));
    }
  }

  @Test
  public void anExampleThatIsWrongIsFound() {
    assertTrue(compile("public final class Wrong { Nothing x; }").contains("Nothing"));
  }

  @Test
  public void theIndexNamesEveryPage() throws IOException {
    String index = Files.readString(folder().resolve("README.md"));
    for (String page : pages()) {
      assertTrue(page, index.contains("(" + Path.of(page).getFileName() + ")"));
    }
  }

  private static List<String> pages() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals("README.md"))
          .map(name -> "docs/extending/" + name)
          .sorted()
          .toList();
    }
  }

  private static Path folder() {
    return ProjectFolder.root().resolve("docs/extending");
  }

  /** What the compiler has to say; empty when it is content. */
  private String compile(String source) {
    Matcher name = NAME.matcher(source);
    assertTrue(source, name.find());
    JavaFileObject file =
        new SimpleJavaFileObject(
            URI.create("string:///" + name.group(1) + ".java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    StringWriter said = new StringWriter();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    boolean done =
        compiler
            .getTask(
                said,
                null,
                null,
                List.of("-d", classes.getRoot().toString(), "-proc:none", "--release", "17"),
                null,
                List.of(file))
            .call();
    return done ? "" : said.toString();
  }
}
