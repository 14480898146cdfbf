package io.pomona.itests.console;

import static org.junit.Assert.assertTrue;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.EmbeddedResource;
import aQute.bnd.osgi.Jar;
import io.pomona.itests.docs.CodeBlocks;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** The example of docs/extending/console-pages.md as a bundle. */
final class AddedPageBundle {
  private static final String PAGE = "docs/extending/console-pages.md";

  private AddedPageBundle() {}

  static Path build(Path target) throws Exception {
    Path folder = Files.createTempDirectory(Files.createDirectories(target.getParent()), "page");
    Path source = folder.resolve("InventoryPage.java");
    // No service of the default package can be a component of a bundle.
    Files.writeString(source, "package org.example;\n" + CodeBlocks.beginning(PAGE, "import io"));
    Path classes = Files.createDirectories(folder.resolve("classes"));
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "--release",
                "17",
                "-d",
                classes.toString(),
                source.toString());
    assertTrue("the example compiles", failed == 0);
    try (Builder builder = new Builder()) {
      builder.setClasspath(classpath(classes));
      builder.setProperty("Bundle-SymbolicName", "org.example.inventory");
      builder.setProperty("Bundle-Version", "1.0.0");
      builder.setProperty("Private-Package", "org.example");
      Jar jar = builder.build();
      byte[] script = CodeBlocks.beginning(PAGE, "export").getBytes(StandardCharsets.UTF_8);
      jar.putResource("inventory.js", new EmbeddedResource(script, 0L));
      assertTrue(builder.getErrors().toString(), builder.isOk());
      jar.write(target.toFile());
    }
    return target;
  }

  private static List<File> classpath(Path classes) {
    List<File> path = new ArrayList<>();
    path.add(classes.toFile());
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (entry.endsWith(".jar") || new File(entry).isDirectory()) {
        path.add(new File(entry));
      }
    }
    return path;
  }
}
