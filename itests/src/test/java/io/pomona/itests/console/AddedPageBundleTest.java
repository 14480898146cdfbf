package io.pomona.itests.console;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;

import java.nio.file.Path;
import java.util.jar.JarFile;
import org.junit.Test;

public class AddedPageBundleTest {

  @Test
  public void theExampleIsABundleWithAComponentAndItsModule() throws Exception {
    Path jar = AddedPageBundle.build(Path.of("target/console-page-test.jar").toAbsolutePath());
    try (JarFile file = new JarFile(jar.toFile())) {
      assertEquals(
          "OSGI-INF/org.example.InventoryPage.xml",
          file.getManifest().getMainAttributes().getValue("Service-Component"));
      assertNotNull(file.getEntry("inventory.js"));
    }
  }
}
