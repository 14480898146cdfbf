package io.pomona.itests.contract;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.itests.ProjectFolder;
import io.pomona.itests.docs.CodeBlocks;
import io.pomona.organization.rest.ApplyResource.ApplyAnswer;
import io.pomona.organization.rest.ApplyResource.ChangeView;
import io.pomona.organization.rest.ApplyResource.FileBody;
import io.pomona.organization.rest.ApplyResource.FilesBody;
import io.pomona.testkit.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the admin guide shows as files is what the server takes. */
public class AdminPagesTest {
  private static final String GUIDE = "docs/admin";
  private static final String PROFILE = "../lib/screensaver.mobileconfig";

  @Test
  public void theServerTakesTheDocumentsAsAWhole() throws IOException {
    List<String> documents = blocks("apiVersion:");
    assertTrue("documents were found", documents.size() >= 2);
    byte[] profile =
        Files.readAllBytes(ProjectFolder.root().resolve("docs/examples/screensaver.mobileconfig"));
    List<FileBody> files =
        documents.stream()
            .map(text -> new FileBody("teams/a.yml", text, named(text, profile)))
            .toList();

    ApplyAnswer answer =
        new TeamScene().apply.apply(Fixtures.ADMIN, true, false, new FilesBody(files));

    List<String> changes = answer.changes().stream().map(ChangeView::text).toList();
    assertTrue(changes.toString(), changes.stream().anyMatch(it -> it.contains("team Design")));
    assertTrue(changes.toString(), changes.stream().anyMatch(it -> it.contains("Lock the screen")));
    assertTrue(changes.toString(), changes.stream().anyMatch(it -> it.contains("macOS 15.1")));
  }

  private static Map<String, byte[]> named(String text, byte[] profile) {
    return text.contains(PROFILE) ? Map.of(PROFILE, profile) : Map.of();
  }

  @Test
  public void thePipelineIsOneThatTriesBeforeItApplies() throws IOException {
    List<String> pipelines = blocks("name: settings");
    assertEquals(1, pipelines.size());
    Map<String, Object> read =
        new Yaml(new SafeConstructor(new LoaderOptions())).load(pipelines.get(0));
    String jobs = read.get("jobs").toString();
    assertTrue(jobs, jobs.contains("'pull_request', run=pomonactl apply -f settings --dry-run}"));
    assertTrue(jobs, jobs.contains("'push', run=pomonactl apply -f settings}"));
    assertFalse(
        "a password stands in the page", jobs.matches("(?s).*POMONA_PASSWORD=(?!\\$\\{\\{).*"));
  }

  private static List<String> blocks(String beginning) throws IOException {
    Path root = ProjectFolder.root();
    try (Stream<Path> pages = Files.list(root.resolve(GUIDE))) {
      return pages
          .sorted()
          .flatMap(
              page -> CodeBlocks.allBeginning(root.relativize(page).toString(), beginning).stream())
          .toList();
    }
  }
}
