package io.pomona.http;

import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.After;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class MacConnectorTest {
  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private final Locale before = Locale.getDefault();

  @After
  public void speakAsBefore() {
    Locale.setDefault(before);
  }

  @Test
  public void itsFileCanBeReadWhereverTheServerLiesAndWhateverItSpeaks() throws Exception {
    Locale.setDefault(Locale.forLanguageTag("ar-EG"));
    Path folder = temporary.newFolder("R&D").toPath();
    new MacConnector(folder, "127.0.0.1", 8444).settings(List.of());
    String file = Files.readString(folder.resolve("macs.xml"));
    assertTrue(file, file.contains("R&amp;D/macs.p12</Set>"));
    assertTrue(file, file.contains("<Set name=\"port\">8444</Set>"));
  }
}
