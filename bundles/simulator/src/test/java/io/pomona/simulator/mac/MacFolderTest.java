package io.pomona.simulator.mac;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.simulator.mac.PollOutcome.Ending;
import io.pomona.simulator.mac.scep.Pause;
import io.pomona.simulator.support.FakeMdm;
import io.pomona.simulator.support.Profiles;
import io.pomona.simulator.support.SettableClock;
import io.pomona.simulator.support.TestKeys;
import io.pomona.simulator.wire.Plist;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class MacFolderTest {

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private final FakeMdm server = new FakeMdm();
  private final SettableClock clock = new SettableClock();
  private final BehaviourScript behaviour = BehaviourScript.obedient();
  private Path folder;
  private VirtualMac mac;

  @Before
  public void enroll() throws Exception {
    folder = temporary.getRoot().toPath().resolve("mac-1");
    mac = open();
    mac.enroll(
        Profiles.enrollment(
            "https://mdm.example", "c", server.scep.authority.identity().certificate()));
  }

  private VirtualMac open() {
    MacSetup setup =
        MacSetup.real(server)
            .with(TestKeys.KEYS)
            .with(Pause.none())
            .with(clock)
            .with(behaviour)
            .with(MacOptions.modern().withUserChannel());
    return VirtualMac.open(folder, MacHardware.seeded(9), setup);
  }

  @Test
  public void theSameMacComesBack() throws Exception {
    mac.setBootstrapToken(new byte[] {9});
    install("com.example.saver");

    VirtualMac again = open();

    assertTrue(again.enrolled());
    assertEquals(mac.hardware(), again.hardware());
    assertEquals(
        mac.identity().orElseThrow().certificate(), again.identity().orElseThrow().certificate());
    assertEquals(
        mac.push(Channel.USER).orElseThrow().magic(),
        again.push(Channel.USER).orElseThrow().magic());
    assertTrue(again.has("com.example.saver"));
    assertEquals(Ending.EMPTY, again.poll().ending());
  }

  @Test
  public void theDiskAndItsKeyComeBack() {
    mac.encryptEscrowedElsewhere();

    VirtualMac again = open();

    assertTrue(again.diskEncrypted());
    assertEquals(mac.recoveryKey(), again.recoveryKey());
  }

  @Test
  public void aLockedMacIsStillLocked() {
    server.enqueue(mac.hardware().udid(), Map.of("RequestType", "DeviceLock", "PIN", "123456"));
    mac.poll();

    assertTrue(open().locked());
    assertTrue(open().unlock("123456"));
  }

  @Test
  public void declarationsAndUpdatesComeBack() {
    server.declarations.put(
        "org.example.enforce",
        "com.apple.configuration.softwareupdate.enforcement.specific",
        "{\"TargetOSVersion\":\"26.1\",\"TargetLocalDateTime\":\"2099-01-01T12:00:00\"}");
    server.declarations.activate("org.example.enforce");
    mac.updateTo("15.1", "24B83");
    server.enqueue(mac.hardware().udid(), "DeclarativeManagement");
    mac.poll();
    server.declarations.asked.clear();

    VirtualMac again = open();
    again.poll();

    assertEquals("26.1", again.update().version());
    assertFalse(server.declarations.asked.contains("declaration-items"));
  }

  @Test
  public void aStateOfBeforeDisksWereKeptIsRead() throws Exception {
    Path file = folder.resolve("mac.plist");
    Map<String, Object> document = Plist.read(Files.readAllBytes(file)).values();
    document.remove("FileVault");
    document.remove("Locks");
    document.remove("Declarations");
    document.remove("Updates");
    Files.write(file, Plist.of(document).xml());

    assertTrue(open().enrolled());
    assertFalse(open().diskEncrypted());
  }

  @Test
  public void anAnswerNotSentYetOutlivesTheProcess() {
    behaviour.on("SecurityInfo", new Behaviour.Delay(Duration.ofHours(1)));
    server.enqueue(mac.hardware().udid(), "SecurityInfo");
    mac.poll();

    VirtualMac again = open();
    clock.forward(Duration.ofHours(2));
    again.poll();

    assertEquals(1, Collections.frequency(server.heardTypes(), "Acknowledged"));
  }

  @Test
  public void aMacThatLeftIsStillOutAfterARestart() {
    mac.checkOut();

    assertFalse(open().enrolled());
    assertEquals(Ending.NOT_ENROLLED, open().poll().ending());
  }

  @Test
  public void theKeyIsReadableByItsOwnerOnly() throws Exception {
    Path file = folder.resolve("mac.plist");

    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertFalse(Files.exists(folder.resolve("mac.plist.next")));
  }

  @Test
  public void aDamagedFileIsNamed() throws Exception {
    Files.writeString(folder.resolve("mac.plist"), "half a fi");

    IllegalStateException damaged = assertThrows(IllegalStateException.class, this::open);

    assertTrue(damaged.getMessage().contains("mac-1"));
  }

  private void install(String identifier) {
    server.enqueue(
        mac.hardware().udid(),
        Map.of("RequestType", "InstallProfile", "Payload", Profiles.screensaver(identifier)));
    mac.poll();
  }
}
