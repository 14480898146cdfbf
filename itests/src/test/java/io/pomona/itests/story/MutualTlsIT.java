package io.pomona.itests.story;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.pomona.itests.karaf.AdminApi;
import io.pomona.itests.karaf.FreePort;
import io.pomona.itests.karaf.KarafLog;
import io.pomona.simulator.mac.MacOptions;
import io.pomona.simulator.mac.VirtualMac;
import java.util.Base64;
import java.util.Map;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/**
 * Macs prove who they are by their certificate: in the TLS handshake at a port of its own, or by
 * the header of a proxy that is trusted. A signature counts for nothing here.
 */
public class MutualTlsIT {
  private final int port = FreePort.find();
  private final VirtualWorld world = new VirtualWorld();
  private Pomona pomona;
  private AdminApi admin;

  @Before
  public void aServer() {
    pomona =
        Pomona.start(
            world,
            Map.of(
                "io.pomona.http.cfg",
                Map.of("mtls.port", "" + port),
                "io.pomona.enrollment.cfg",
                Map.of(
                    "identity",
                    "mtls,proxy",
                    "mtls.port",
                    "" + port,
                    "trusted.proxies",
                    "127.0.0.1,::1")),
            Map.of());
    admin = pomona.setUp();
    world.turnMdmOn(admin);
  }

  @After
  public void close() {
    if (pomona != null) {
      pomona.close();
    }
    world.close();
  }

  @Test
  public void aMacEnrollsAndAnswersByItsCertificate() {
    VirtualMac mac =
        VirtualMac.inMemory(
            world.newHardware(), world.macSetup().with(MacOptions.modern().withMutualTls()));
    world.enrollAsleep(admin, mac);
    assertEquals(port, mac.mdm().orElseThrow().serverUrl().getPort());
    Orders orders = new Orders(admin);
    String command = orders.send("CertificateList", mac);
    mac.poll();
    assertEquals(Orders.DONE, orders.status(command, mac));

    byte[] idle = Messages.idle(mac);
    String der = Base64.getEncoder().encodeToString(mac.identity().orElseThrow().der());
    Map<String, String> headers = MacRequests.headers(MacRequests.CONNECT, "");
    MacRequests requests = new MacRequests(world, pomona);
    assertEquals(400, requests.send("PUT", "/mdm/apple/mdm", headers, idle).status());
    headers.put("Client-Cert", ":" + der + ":");
    assertEquals(200, requests.send("PUT", "/mdm/apple/mdm", headers, idle).status());

    assertThrows(AssertionError.class, () -> world.enrollAsleep(admin, world.newMac()));
    KarafLog.of(pomona.karaf()).assertQuiet();
  }
}
