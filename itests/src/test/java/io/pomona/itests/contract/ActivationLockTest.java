package io.pomona.itests.contract;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.itests.ProjectFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.Test;

/** Nothing here turns Activation Lock on, or lets a person turn it on on a supervised Mac. */
public class ActivationLockTest {
  /** The option of the Settings command, and Apple's service for Macs of ABM. */
  private static final List<String> ALLOWING =
      List.of("activationlockallowedwhilesupervised", "device/activationlock");

  @Test
  public void noCommandOfOursAllowsIt() throws IOException {
    try (Stream<Path> files = ProjectFolder.bundleFiles()) {
      List<Path> sources = files.filter(ActivationLockTest::isProduct).toList();
      assertTrue("" + sources.size(), sources.size() > 500);
      assertEquals(List.of(), sources.stream().filter(ActivationLockTest::allows).toList());
    }
  }

  private static boolean isProduct(Path file) {
    String path = file.toString().replace('\\', '/');
    return path.endsWith(".java")
        && path.contains("/src/main/java/")
        && !path.contains("/bundles/simulator/");
  }

  private static boolean allows(Path source) {
    try {
      String text = Files.readString(source).toLowerCase(Locale.ROOT);
      return ALLOWING.stream().anyMatch(text::contains);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
