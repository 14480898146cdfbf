package io.pomona.simulator.main;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.simulator.apple.DeviceAuthority;
import io.pomona.simulator.apple.VirtualApple;
import io.pomona.simulator.apple.abm.AbmGoods;
import io.pomona.simulator.apple.abm.AbmServer;
import io.pomona.simulator.apple.abm.VirtualAbm;
import io.pomona.simulator.crypto.Authority;
import io.pomona.simulator.crypto.Identity;
import io.pomona.simulator.mac.MacFleet;
import io.pomona.simulator.mac.MacHardware;
import io.pomona.simulator.mac.MacSetup;
import io.pomona.simulator.mac.VirtualMac;
import io.pomona.simulator.mac.scep.Pause;
import io.pomona.simulator.support.FakeMdm;
import io.pomona.simulator.support.Profiles;
import io.pomona.simulator.support.TestKeys;
import io.pomona.simulator.wire.Call;
import io.pomona.simulator.wire.Reply;
import io.pomona.simulator.wire.Wire;
import io.pomona.simulator.wire.Wires;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

public class AutomaticMacsTest {

  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
  private final FakeMdm mdm = new FakeMdm();
  private final VirtualApple apple = VirtualApple.create(TestKeys.KEYS, Clock.systemUTC());
  private final List<String> enrolled = new ArrayList<>();
  private VirtualAbm abm;
  private VirtualMac mac;
  private AutomaticMacs macs;
  private volatile int answer = 200;

  @Before
  public void start() throws IOException {
    abm = new VirtualAbm(apple, Clock.systemUTC());
    Wires wires = new Enrolling();
    MacSetup setup = MacSetup.real(wires).with(TestKeys.KEYS).with(Pause.none());
    mac = VirtualMac.inMemory(MacHardware.seeded(91), setup);
    DeviceAuthority devices = apple.devices();
    macs =
        new AutomaticMacs(List.of(mac), abm, devices, wires, new MacFleet(List.of(mac), threads));
  }

  @After
  public void stop() {
    macs.close();
    abm.close();
    threads.shutdownNow();
  }

  private final class Enrolling implements Wires {
    @Override
    public Wire trusting(List<X509CertificateHolder> roots) {
      return this::send;
    }

    @Override
    public Wire trusting(List<X509CertificateHolder> roots, Identity client) {
      return this::send;
    }

    private Reply send(Call call) throws IOException {
      X509CertificateHolder root = mdm.scep.authority.identity().certificate();
      return call.uri().getPath().equals("/enroll")
          ? new Reply(
              answer,
              "application/x-apple-aspen-config",
              Profiles.enrollment("https://mdm.example", "c", root))
          : mdm.handle(call);
    }
  }

  private void claim() {
    Authority key = Authority.create("CN=Key", TestKeys.KEYS.next(), Clock.systemUTC());
    AbmServer server = abm.person().addServer("Pomona", key.pem());
    abm.person().buy(server, List.of(AbmGoods.of(mac.hardware())));
    abm.person().give(server, "https://mdm.example/enroll", mac.hardware().serial());
  }

  @Test
  public void aMacEnrollsOnceAbmHasAProfileForIt() {
    macs.round(enrolled::add);
    assertTrue(mdm.heard.isEmpty());
    claim();
    macs.round(enrolled::add);
    macs.round(enrolled::add);

    assertEquals(List.of(mac.hardware().serial()), enrolled);
    assertEquals(List.of("Authenticate", "TokenUpdate", "Idle"), mdm.heardTypes());
  }

  @Test
  public void aMacThatWasRefusedRestsBeforeItTriesAgain() {
    claim();
    answer = 500;
    macs.round(enrolled::add);
    answer = 200;
    macs.round(enrolled::add);
    assertTrue(enrolled.isEmpty());
    for (int i = 0; i < 14; i++) {
      macs.round(enrolled::add);
    }
    assertEquals(1, enrolled.size());
  }
}
