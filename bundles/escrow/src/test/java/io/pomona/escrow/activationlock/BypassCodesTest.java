package io.pomona.escrow.activationlock;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.Enrollment;
import io.pomona.escrow.LockWorld;
import io.pomona.protocol.command.RawCommand;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.testkit.Fixtures;
import io.pomona.testkit.Reports;
import java.time.Duration;
import java.util.Optional;
import org.junit.Test;

public class BypassCodesTest {
  private static final String CODE = "3UM43-PUYVY-QYD1-UVCC-HEHJ-FKA4";

  private final LockWorld world = new LockWorld();
  private final BypassCodes codes =
      new BypassCodes(world.stores.bypassCodes(), world.stores.hosts(), world.vault, world.clock);
  private final BypassRequests requests =
      new BypassRequests(
          world.stores.bypassCodes(),
          world.stores.hosts(),
          world.vault,
          Duration.ofDays(15),
          world.clock);

  private Enrollment enrollment(boolean automatic) {
    return new Enrollment(
        world.mac.channel(),
        world.mac.host(),
        Fixtures.TOPIC,
        Optional.empty(),
        true,
        false,
        automatic,
        Optional.empty());
  }

  private void says(boolean supervised, boolean locked) {
    world.says(
        PlistDict.builder()
            .put("IsSupervised", supervised)
            .put("IsActivationLockEnabled", locked)
            .build(),
        PlistDict.of());
  }

  private RawCommand asked() {
    requests.sweep();
    RawCommand command = world.poll().orElseThrow();
    assertEquals("ActivationLockBypassCode", command.body().requestType());
    return command;
  }

  private void answer(RawCommand command, String code) {
    CommandUuid uuid = new CommandUuid(command.uuid().orElseThrow());
    world.exchange(
        Reports.acknowledged(world.mac.channel(), uuid, "ActivationLockBypassCode", code));
    world.tell(requests);
  }

  private void refuse(RawCommand command) {
    CommandUuid uuid = new CommandUuid(command.uuid().orElseThrow());
    world.exchange(
        Reports.error(world.mac.channel(), uuid, "MCMDMErrorDomain", 12011, "Not there yet"));
    world.tell(requests);
  }

  private String seen(Optional<CommandUuid> which) {
    return codes.view(Fixtures.ADMIN, world.host(), which).secret().revealText();
  }

  @Test
  public void aMacThatAbmSentIsAskedAtOnce() {
    requests.enrolled(enrollment(true));
    requests.enrolled(enrollment(true));
    answer(asked(), CODE);
    requests.sweep();
    assertTrue(world.poll().isEmpty());
    assertEquals(CODE, seen(Optional.empty()));
    assertEquals(CODE, seen(Optional.empty()));
    assertEquals(
        2,
        world.activities().stream().filter("viewed_activation_lock_bypass_code"::equals).count());
  }

  @Test
  public void theOthersAreAskedOnceTheySayThatTheyAreSupervised() {
    requests.enrolled(enrollment(false));
    says(false, false);
    requests.reported(enrollment(false));
    requests.sweep();
    assertTrue(world.poll().isEmpty());
    says(true, false);
    requests.reported(enrollment(false));
    answer(asked(), CODE);
    assertEquals(1, codes.history(world.host()).size());
  }

  @Test
  public void itIsAskedAgainForFifteenDays() {
    requests.enrolled(enrollment(true));
    refuse(asked());
    assertEquals(
        "Not there yet", codes.fetch(world.host()).orElseThrow().detail().split(" \\(")[0]);
    requests.sweep();
    assertTrue("not at once", world.poll().isEmpty());
    world.clock.advance(Duration.ofMinutes(16));
    refuse(asked());
    int attempts = 2;
    for (int hour = 0; hour < 24 * 20; hour++) {
      world.clock.advance(Duration.ofHours(1));
      requests.sweep();
      Optional<RawCommand> again = world.poll();
      again.ifPresent(this::refuse);
      attempts += again.isPresent() ? 1 : 0;
    }
    assertTrue("" + attempts, attempts > 15 && attempts < 30);
    requests.reported(enrollment(true));
    requests.sweep();
    assertTrue(world.poll().isEmpty());
  }

  @Test
  public void anotherEnrollmentBringsAnotherCode() {
    requests.enrolled(enrollment(true));
    answer(asked(), CODE);
    world.clock.advance(Duration.ofDays(100));
    world.enrollsAnew();
    requests.enrolled(enrollment(true));
    answer(asked(), "00000-00000-0000-0000-0000-0000");
    assertEquals("00000-00000-0000-0000-0000-0000", seen(Optional.empty()));
    CommandUuid old = codes.history(world.host()).get(1).command();
    assertEquals(CODE, seen(Optional.of(old)));
  }

  @Test
  public void anAnswerWithoutACodeIsNone() {
    requests.enrolled(enrollment(true));
    answer(asked(), " ");
    assertEquals(
        "escrow.no_bypass_code",
        assertThrows(MdmException.class, () -> seen(Optional.empty())).code());
    assertFalse(codes.fetch(world.host()).orElseThrow().received());
  }

  @Test
  public void whoErasesIsToldOfActivationLock() {
    assertTrue(codes.help(world.host()).contains("has not said"));
    says(true, true);
    assertTrue(codes.help(world.host()).contains("No bypass code is kept"));
    requests.enrolled(enrollment(true));
    answer(asked(), CODE);
    String help = codes.help(world.host());
    assertTrue(help, help.contains("Activation Lock is on") && help.contains("bypass-code"));
    says(true, false);
    assertTrue(codes.help(world.host()).contains("is off"));
  }
}
