package io.pomona.enrollment.mydevice;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import io.pomona.api.Secret;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.MacFacts;
import io.pomona.api.enrollment.MdmStatus;
import io.pomona.api.escrow.HostEncryption;
import io.pomona.api.updates.HostUpdate;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.Test;

public class MyMacPageTest {
  private static final Secret TOKEN = Secret.of("token");
  private static final String HOSTILE = "<img src=x onerror=alert(1)>\"'&";
  private static final Instant NOW = Instant.parse("2026-03-09T12:00:00Z");
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final HostEncryption NONE = HostEncryption.none();

  private static Host host(MdmStatus mdm) {
    return host(mdm, Optional.empty(), false);
  }

  private static Host host(MdmStatus mdm, Optional<Instant> details, boolean requested) {
    return new Host(
        new HostId(1),
        Optional.empty(),
        new MacFacts("C02P000001", HOSTILE, "Mac15,6", HOSTILE, "15.5", "24F74"),
        Optional.empty(),
        mdm,
        Instant.EPOCH,
        Optional.empty(),
        Optional.empty(),
        details,
        requested);
  }

  private static String page(
      MdmStatus mdm,
      boolean automatic,
      HostEncryption encryption,
      Optional<HostUpdate> update,
      boolean fresh) {
    MyMac mac =
        new MyMac(
            host(mdm),
            HOSTILE,
            Optional.of(HOSTILE),
            automatic,
            true,
            encryption,
            update,
            "jane@example.com",
            Optional.empty(),
            fresh,
            ZONE);
    String html = new MyMacPage(mac, TOKEN, Optional.empty(), NOW).html();
    assertFalse(html, html.contains("<img"));
    assertTrue(html, html.contains("&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;"));
    assertFalse(html, html.contains("role=\"status\""));
    return html;
  }

  private static String on(HostEncryption encryption, boolean fresh) {
    return page(MdmStatus.ON_MANUAL, false, encryption, Optional.empty(), fresh);
  }

  @Test
  public void whoseMdmIsOffDownloadsAProfileOrTypesACommand() {
    String manual = page(MdmStatus.OFF, false, NONE, Optional.empty(), false);
    assertTrue(manual, manual.contains("href=\"/device/token/profile\""));
    String automatic = page(MdmStatus.PENDING, true, NONE, Optional.empty(), false);
    assertTrue(automatic, automatic.contains("sudo profiles renew -type enrollment"));
    assertFalse(automatic, automatic.contains("/profile\""));
  }

  @Test
  public void whoMayStillBeInTheOldMdmIsToldToWait() {
    String named = held(MdmStatus.OFF, Optional.of(HOSTILE));
    assertTrue(named, named.contains("not said yet that this Mac has left &lt;img src=x"));
    assertTrue(named, named.indexOf("not said yet") < named.indexOf("Download the profile"));
    assertTrue(held(MdmStatus.OFF, Optional.of("")).contains("has left its old management."));
    assertFalse(held(MdmStatus.OFF, Optional.empty()).contains("not said yet"));
    assertFalse(held(MdmStatus.ON_MANUAL, Optional.of("Old")).contains("not said yet"));
  }

  @Test
  public void whoLosesMdmComesBackTheWayTheyCame() {
    String manual = on(NONE, false);
    assertTrue(manual, manual.contains("href=\"/device/token/profile\""));
    String automatic = page(MdmStatus.ON_AUTOMATIC, true, NONE, Optional.empty(), false);
    assertFalse(automatic, automatic.contains("/profile\""));
    assertTrue(automatic, automatic.contains("sudo profiles renew -type enrollment"));
  }

  @Test
  public void timesAreThoseOfTheOrganization() {
    Host answered = host(MdmStatus.ON_MANUAL, Optional.of(NOW), false);
    String html = told(Told.MAC, answered, NOW);
    assertTrue(html, html.contains("<dd>9 March 2026, 13:00 (Europe/Berlin)</dd>"));
  }

  private static String held(MdmStatus mdm, Optional<String> oldMdm) {
    MyMac mac =
        new MyMac(
            host(mdm),
            "Orchard",
            Optional.empty(),
            false,
            true,
            NONE,
            Optional.empty(),
            "",
            oldMdm,
            false,
            ZONE);
    return new MyMacPage(mac, TOKEN, Optional.empty(), NOW).html();
  }

  @Test
  public void encryptionSaysWhatToDo() {
    assertTrue(on(HostEncryption.loggingOut(false), false).contains("log out"));
    HostEncryption reset = HostEncryption.resettingKey("Because.", false);
    assertTrue(on(reset, false).contains("sudo fdesetup changerecovery -personal"));
    assertFalse("within the first hour", on(reset, true).contains("changerecovery"));
    String off = page(MdmStatus.OFF, false, reset, Optional.empty(), false);
    assertFalse("its MDM is off", off.contains("changerecovery"));
  }

  @Test
  public void anUpdateThatIsDueHasItsDay() {
    HostUpdate due =
        new HostUpdate(
            Optional.of("15.5"),
            Optional.of("15.6"),
            Optional.of(Instant.EPOCH),
            Optional.of(LocalDateTime.of(2026, 3, 9, 12, 0)),
            HostUpdate.State.PENDING,
            HostUpdate.Way.DECLARATION,
            "");
    String html = page(MdmStatus.ON_AUTOMATIC, true, NONE, Optional.of(due), false);
    assertTrue(html, html.contains("macOS 15.6 or newer by 9 March 2026, 12:00"));
  }

  private static String told(Told told, Host host, Instant now) {
    Optional<Outcome> outcome = Outcome.of(told.label(), NOW.getEpochSecond());
    MyMac mac =
        new MyMac(
            host,
            "Orchard",
            Optional.empty(),
            false,
            true,
            NONE,
            Optional.empty(),
            "",
            Optional.empty(),
            false,
            ZONE);
    return new MyMacPage(mac, TOKEN, outcome, now).html();
  }

  @Test
  public void whatWasAskedIsToldUntilItIsAnsweredAndNoLonger() {
    Host waiting = host(MdmStatus.ON_MANUAL, Optional.of(NOW.minusSeconds(60)), true);
    Host answered = host(MdmStatus.ON_MANUAL, Optional.of(NOW.plusSeconds(9)), false);
    Instant soon = NOW.plusSeconds(60);
    Instant later = NOW.plusSeconds(3600);
    assertTrue(told(Told.MAC, waiting, soon).contains(Told.MAC.sentence()));
    assertTrue(told(Told.MAC, waiting, later).contains("has not answered yet"));
    assertTrue(told(Told.MAC, answered, later).contains("Your Mac has answered."));
    assertTrue(told(Told.WAIT, waiting, soon).contains(Told.WAIT.sentence()));
    assertTrue(told(Told.WAIT, waiting, later).contains("has not answered yet"));
    Host off = host(MdmStatus.OFF);
    assertTrue(told(Told.APPLE, off, soon).contains(Told.APPLE.sentence()));
    for (Told told : Told.values()) {
      assertFalse(told.name(), told(told, off, later).contains("role=\"status\""));
    }
    assertEquals(Optional.empty(), Outcome.of("mac", 0));
    assertEquals(Optional.empty(), Outcome.of("mac", Long.MAX_VALUE));
  }
}
