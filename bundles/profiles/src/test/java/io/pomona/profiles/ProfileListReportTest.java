package io.pomona.profiles;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.testkit.SharedFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import org.junit.Test;

public class ProfileListReportTest {
  @Test
  public void whatARealMacSaysIsRead() throws IOException {
    byte[] answer =
        Files.readAllBytes(
            SharedFolder.require("vectors/commandment__testdata__ProfileList__10.11.x.xml"));
    assertTrue(ProfileListReport.read(answer).isPresent());
  }

  @Test
  public void whatIsNoListSaysNothing() {
    assertEquals(
        Optional.empty(),
        ProfileListReport.read("garbage".getBytes(StandardCharsets.UTF_8)).map(r -> true));
    assertEquals(
        Optional.empty(),
        ProfileListReport.read(
                "<plist><dict><key>Status</key><string>Acknowledged</string></dict></plist>"
                    .getBytes(StandardCharsets.UTF_8))
            .map(r -> true));
  }
}
