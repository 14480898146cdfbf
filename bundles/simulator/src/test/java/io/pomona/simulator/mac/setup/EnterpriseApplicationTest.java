package io.pomona.simulator.mac.setup;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.simulator.mac.MacHardware;
import io.pomona.simulator.mac.MacSetup;
import io.pomona.simulator.mac.VirtualMac;
import io.pomona.simulator.mac.scep.Pause;
import io.pomona.simulator.support.TestKeys;
import io.pomona.simulator.wire.Plist;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;

public class EnterpriseApplicationTest {

  private static final byte[] PACKAGE = "xar!agent".getBytes(StandardCharsets.US_ASCII);

  private final FakeEnrollment server = new FakeEnrollment();
  private final VirtualMac mac =
      VirtualMac.inMemory(
          MacHardware.seeded(78), MacSetup.real(server).with(TestKeys.KEYS).with(Pause.none()));

  @Before
  public void enroll() throws Exception {
    mac.enroll(server.profile());
    server.downloads.put("/agent.pkg", PACKAGE);
  }

  private static Map<String, Object> manifest(List<String> hashes) {
    Map<String, Object> asset =
        Map.of(
            "kind",
            "software-package",
            "url",
            "https://mdm.example/agent.pkg",
            "sha256-size",
            5,
            "sha256s",
            hashes);
    Map<String, Object> about =
        Map.of("bundle-identifier", "org.example.agent", "bundle-version", "1.2", "title", "Agent");
    return Map.of("items", List.of(Map.of("assets", List.of(asset), "metadata", about)));
  }

  private static String hash(String text) throws Exception {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private String install(Map<String, Object> arguments) {
    server.mdm.enqueue(mac.hardware().udid(), arguments);
    mac.poll();
    return server.mdm.last().type();
  }

  @Test
  public void isFetchedCheckedAndListed() throws Exception {
    Map<String, Object> manifest = manifest(List.of(hash("xar!a"), hash("gent")));
    assertEquals(
        "Acknowledged",
        install(Map.of("RequestType", "InstallEnterpriseApplication", "Manifest", manifest)));

    server.mdm.enqueue(mac.hardware().udid(), "InstalledApplicationList");
    mac.poll();
    assertTrue(
        server.mdm.last().message().dictionaries("InstalledApplicationList").stream()
            .anyMatch(it -> it.text("Identifier").orElse("").equals("org.example.agent")));
    assertEquals("1.2", mac.applications().get(0).version());
  }

  @Test
  public void theManifestMayLieElsewhere() throws Exception {
    server.downloads.put(
        "/manifest.plist", Plist.of(manifest(List.of(hash("xar!a"), hash("gent")))).xml());
    assertEquals(
        "Acknowledged",
        install(
            Map.of(
                "RequestType",
                "InstallEnterpriseApplication",
                "ManifestURL",
                "https://mdm.example/manifest.plist")));
  }

  @Test
  public void aWrongHashIsNoInstallation() throws Exception {
    Map<String, Object> manifest = manifest(List.of(hash("xar!a"), hash("other")));
    assertEquals(
        "Error",
        install(Map.of("RequestType", "InstallEnterpriseApplication", "Manifest", manifest)));
    assertTrue(mac.applications().isEmpty());
  }
}
