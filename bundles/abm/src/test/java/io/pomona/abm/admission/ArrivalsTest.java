package io.pomona.abm.admission;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.StatusCheck.Level;
import io.pomona.api.pki.MachineSignatures.Flaw;
import io.pomona.testkit.Fixtures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class ArrivalsTest {
  private final Door door = new Door();

  private void assertRefused(byte[] info) {
    MdmException e = assertThrows(MdmException.class, () -> door.arrivals.receive(info));
    assertEquals("abm.not_admitted", e.code());
    assertEquals(MdmException.Kind.FORBIDDEN, e.kind());
  }

  private List<Object> reasons() {
    return door.told("host_enrollment_rejected").stream()
        .map(activity -> activity.details().get("reason"))
        .toList();
  }

  @Test
  public void aMacThatAbmAssignsAndAppleHasSignedComesIn() {
    HostId host = door.known(1);
    Arrival arrival = door.arrivals.receive(Door.info(1));
    assertEquals(Fixtures.serial(1), arrival.machine().serialNumber());
    assertEquals(Optional.of(host), arrival.host().map(known -> known.id()));
    assertFalse(arrival.byAdmission());
    door.arrivals.enter(arrival);
    assertEquals(List.of(), reasons());
  }

  @Test
  public void withoutASignatureNobodyComesIn() {
    HostId host = door.known(1);
    for (Flaw flaw : Flaw.values()) {
      door.flaw = Optional.of(flaw);
      assertRefused(Door.info(1));
    }
    assertEquals(List.of(Reason.NOT_SIGNED.sentence()), reasons());
    Activity told = door.told("host_enrollment_rejected").get(0);
    assertEquals(host.value(), told.details().get("host_id"));
    assertEquals(Fixtures.serial(1), told.details().get("host_serial"));
  }

  @Test
  public void whatAbmDoesNotAssignStaysOut() {
    assertRefused(Door.info(7));
    door.flaw = Optional.of(Flaw.FOREIGN_SIGNER);
    assertRefused(Door.info(7));
    assertEquals(List.of(Reason.NEITHER.sentence(), Reason.NOT_ASSIGNED.sentence()), reasons());
    assertFalse(door.told("host_enrollment_rejected").get(0).details().containsKey("host_id"));
  }

  @Test
  public void anAdminExcusesOneProofOnce() {
    door.known(1);
    door.flaw = Optional.of(Flaw.ALTERED);
    door.admissions.grant(Fixtures.ADMIN, Fixtures.serial(1), 24);
    Arrival arrival = door.arrivals.receive(Door.info(1));
    assertTrue(arrival.byAdmission());
    door.arrivals.enter(arrival);
    door.arrivals.enter(door.arrivals.receive(Door.info(1)));
    door.stores.arrivals().useAdmission(Fixtures.serial(1));
    assertThrows(MdmException.class, () -> door.arrivals.enter(arrival));
    assertRefused(Door.info(1));

    door.flaw = Optional.empty();
    door.admissions.grant(Fixtures.ADMIN, Fixtures.serial(9), 1);
    assertTrue("not assigned, but signed", door.arrivals.receive(Door.info(9)).byAdmission());
    door.clock.advance(Duration.ofHours(1));
    assertRefused(Door.info(9));
    assertEquals(2, door.told("admitted_host").size());
  }

  @Test
  public void anAdmissionIsForTheMacThatComesFirst() {
    door.admissions.grant(Fixtures.ADMIN, Fixtures.serial(9), 24);
    door.arrivals.enter(door.arrivals.receive(Door.info(9)));
    assertRefused(Door.info(Fixtures.serial(9), Fixtures.udid(10), "14.2", true));
    assertTrue(door.arrivals.receive(Door.info(9)).byAdmission());
  }

  @Test
  public void whatAnAdminTakesBackLetsNobodyIn() {
    door.admissions.grant(Fixtures.ADMIN, Fixtures.serial(9), 24);
    assertEquals(Fixtures.serial(9), door.admissions.list(Fixtures.ADMIN).get(0).serialNumber());
    door.arrivals.enter(door.arrivals.receive(Door.info(9)));
    door.admissions.withdraw(Fixtures.ADMIN, Fixtures.serial(9));
    assertEquals(List.of(), door.admissions.list(Fixtures.ADMIN));
    assertRefused(Door.info(9));
    assertEquals(1, door.told("withdrew_admission").size());
    MdmException e =
        assertThrows(
            MdmException.class, () -> door.admissions.withdraw(Fixtures.ADMIN, Fixtures.serial(9)));
    assertEquals("abm.no_admission", e.code());
  }

  @Test
  public void nobodyExcusesBothProofsOrAnotherMac() {
    door.known(1);
    door.flaw = Optional.of(Flaw.FOREIGN_SIGNER);
    door.admissions.grant(Fixtures.ADMIN, Fixtures.serial(9), 24);
    assertRefused(Door.info(9));
    door.admissions.grant(Fixtures.ADMIN, Fixtures.serial(1), 24);
    assertRefused(Door.info(Fixtures.serial(1), Fixtures.udid(2), "14.2", true));
    assertTrue(door.arrivals.receive(Door.info(1)).byAdmission());
    assertTrue(reasons().contains(Reason.ANOTHER_UDID.sentence()));
  }

  @Test
  public void aNewBoardWithASignatureComesIn() {
    door.known(1);
    byte[] repaired = Door.info(Fixtures.serial(1), Fixtures.udid(77), "14.2", true);
    assertFalse(door.arrivals.receive(repaired).byAdmission());
  }

  @Test
  public void newcomersWithoutASignatureAreAMatterOfConfiguration() {
    Door open = new Door(Configs.of(Map.of("unsigned_newcomers", true)));
    open.flaw = Optional.of(Flaw.FOREIGN_SIGNER);
    open.assign(5, new HostId(4711));
    assertFalse(open.arrivals.receive(Door.info(5)).byAdmission());
    open.known(1);
    assertThrows(MdmException.class, () -> open.arrivals.receive(Door.info(1)));
  }

  @Test
  public void aFloodDoesNotFillTheFeed() {
    door.known(1);
    for (int i = 0; i < 300; i++) {
      assertRefused(Door.info("MADEUP" + i, "U", "14.2", true));
    }
    assertEquals(20, reasons().size());
    door.flaw = Optional.of(Flaw.FOREIGN_SIGNER);
    assertRefused(Door.info(1));
    assertRefused(Door.info(1));
    assertEquals("a known Mac is told of all the same", 21, reasons().size());
    door.clock.advance(Duration.ofHours(1).plusSeconds(1));
    assertRefused(Door.info(1));
    assertEquals(22, reasons().size());
  }

  @Test
  public void rubbishIsMalformed() {
    MdmException e =
        assertThrows(MdmException.class, () -> door.arrivals.receive("<plist/>".getBytes()));
    assertEquals(MdmException.Kind.MALFORMED, e.kind());
    assertEquals(List.of(), reasons());
  }

  @Test
  public void withAFileThatCannotBeReadNobodyComesIn() throws Exception {
    Path empty = Files.createTempFile("none", ".pem");
    for (String file : List.of("/no/such/file.pem", empty.toString())) {
      Door closed = new Door(Configs.of(Map.of("device_ca_pem", file)));
      closed.known(1);
      MdmException e =
          assertThrows(MdmException.class, () -> closed.arrivals.receive(Door.info(1)));
      assertEquals(MdmException.Kind.UNAVAILABLE, e.kind());
      assertEquals(Level.ERROR, closed.arrivals.check().get(0).level());
    }
    Files.delete(empty);
  }

  @Test
  public void withACertificateOfNoRsaKeyNobodyComesIn() throws Exception {
    Path file = Files.createTempFile("ec", ".pem");
    Files.write(file, ArrivalsTest.class.getResourceAsStream("/device-ca-ec.pem").readAllBytes());
    Door closed = new Door(Configs.of(Map.of("device_ca_pem", file.toString())));
    closed.known(1);
    assertThrows(MdmException.class, () -> closed.arrivals.receive(Door.info(1)));
    assertEquals(Level.ERROR, closed.arrivals.check().get(0).level());
    Files.delete(file);
  }

  @Test
  public void aWeakenedDoorIsAWarning() {
    assertEquals(List.of(), door.arrivals.check());
    Door open = new Door(Configs.of(Map.of("unsigned_newcomers", true)));
    assertEquals(Level.WARNING, open.arrivals.check().get(0).level());
  }

  @Test
  public void anAdmissionIsForOneSerialNumberAndAWhile() {
    for (String serial : List.of("", "a b", "x\n", "C02'")) {
      assertThrows(MdmException.class, () -> door.admissions.grant(Fixtures.ADMIN, serial, 24));
    }
    for (int hours : new int[] {0, -1, 169}) {
      assertThrows(
          MdmException.class,
          () -> door.admissions.grant(Fixtures.ADMIN, Fixtures.serial(1), hours));
    }
  }
}
