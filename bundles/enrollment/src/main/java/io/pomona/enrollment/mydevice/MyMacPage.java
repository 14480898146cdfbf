package io.pomona.enrollment.mydevice;

import io.pomona.api.Secret;
import io.pomona.api.enrollment.Host;
import io.pomona.api.escrow.ActionRequired;
import io.pomona.api.escrow.HostEncryption;
import io.pomona.api.rest.EndUserResource;
import io.pomona.api.rest.Html;
import io.pomona.api.updates.HostUpdate;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * The page of a Mac: what its user has to do, what is known of it, and nothing that could unlock it
 * or tell that it is locked or erased.
 */
record MyMacPage(MyMac mac, Secret token, Optional<Outcome> outcome, Instant now) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm '('VV')'", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);

  String html() {
    Html content =
        Html.of("<h1>My Mac</h1>\n")
            .and(told())
            .and(mac.isOn() ? Html.EMPTY : off())
            .and(encryption())
            .and(update())
            .and(facts())
            .and(Html.of(REFETCH, token.revealText()))
            .and(mac.isOn() ? again() : Html.EMPTY)
            .and(Html.of(FOOT, mac.organization()));
    return Html.page("My Mac", EndUserResource.STYLE, content);
  }

  private Html told() {
    return outcome
        .flatMap(it -> it.sentence(mac.host(), now))
        .map(sentence -> Html.of(TOLD, sentence))
        .orElse(Html.EMPTY);
  }

  private static final String TOLD =
      """
      <p class="told" role="status">%s</p>
      """;

  private Html off() {
    if (!mac.possible()) {
      return Html.of(NOT_POSSIBLE, mac.organization());
    }
    Html how = mac.automatic() ? Html.of(AUTOMATIC, RENEWAL) : Html.of(MANUAL, token.revealText());
    return Html.of(OFF, mac.organization(), mac.organization(), held(), how);
  }

  private Html held() {
    return mac.oldMdm()
        .map(name -> Html.of(HELD, name.isEmpty() ? "its old management" : name))
        .orElse(Html.EMPTY);
  }

  private static final String HELD =
      """
      <p><strong>Your IT administrator has not said yet that this Mac has left %s.</strong> Wait until they do: two
      managements at once are not possible, and the steps below fail until it has left.
      <a href="/device/guide/move-to-pomona">How the move goes</a></p>
      """;

  private static final String NOT_POSSIBLE =
      """
      <section class="notice"><h2>MDM is off</h2>
      <p>%s does not manage Macs yet. Nothing is to be done.</p></section>
      """;
  private static final String OFF =
      """
      <section class="notice"><h2>MDM is off</h2>
      <p>%s does not manage this Mac. With MDM (mobile device management) on, %s can install settings and software
      and keep the Mac up to date, so that you need not care.</p>
      %s%s</section>
      """;
  private static final String MANUAL =
      """
      <ol>
      <li>Download the profile with the button below, on this Mac. It works on this Mac only.</li>
      <li>Open <strong>System Settings</strong>, <strong>General</strong>, <strong>Device Management</strong> (macOS 14 and
      earlier: Privacy &amp; Security, Profiles).</li>
      <li>Open the profile, choose <strong>Install</strong> or <strong>Enroll</strong>, and enter the password of an
      administrator of this Mac. Your own account may be one; without one, ask your IT administrator.</li>
      </ol>
      <p><a class="button" href="/device/%s/profile">Turn on MDM</a></p>
      <p><a href="/device/guide/turn-on-mdm">The steps in more detail</a></p>
      """;
  private static final Html RENEWAL =
      Html.of(
          """
          <ol>
          <li>Open <strong>Terminal</strong> (in Applications, Utilities).</li>
          <li>Type this, press Return, and enter the password of an administrator of this Mac:
          <pre>sudo profiles renew -type enrollment</pre></li>
          <li>Choose the notification <strong>Device Enrollment</strong> that appears, and follow it.</li>
          </ol>
          """);
  private static final String AUTOMATIC =
      """
      <p>Turn on MDM:</p>
      %s
      <p><a href="/device/guide/turn-on-mdm-automatic">The steps in more detail</a></p>
      """;

  private Html encryption() {
    Optional<ActionRequired> action = mac.encryption().action().filter(any -> mac.isOn());
    if (action.filter(ActionRequired.LOG_OUT::equals).isPresent()) {
      return Html.of(LOG_OUT);
    }
    // A Mac that has just come may still send the key that it has.
    boolean reset = action.filter(ActionRequired.ROTATE_KEY::equals).isPresent() && !mac.fresh();
    return reset ? Html.of(RESET_KEY, mac.organization(), HostEncryption.NEW_KEY) : Html.EMPTY;
  }

  private static final String LOG_OUT =
      """
      <section class="notice"><h2>Disk encryption: log out</h2>
      <p>The disk of this Mac is to be encrypted. Save your work, log out or restart, and turn FileVault on when the Mac
      asks at the next login. Then refetch below.</p></section>
      """;
  private static final String RESET_KEY =
      """
      <section class="notice"><h2>Disk encryption: reset your recovery key</h2>
      <p>%s does not have the recovery key of this Mac, and so could not help you when you forget your password. Open
      <strong>Terminal</strong>, type this and press Return, and enter your user name and password when it asks:</p>
      <pre>%s</pre>
      <p>Then refetch below. You need not write down the key that it shows.
      <a href="/device/guide/reset-recovery-key">The steps in more detail</a></p></section>
      """;

  private Html update() {
    return mac.update()
        .filter(any -> mac.isOn())
        .filter(MyMacPage::isDue)
        .map(
            due ->
                Html.of(
                    UPDATE,
                    due.requiredVersion().orElse(""),
                    due.localDeadline().map(DAY::format).map(at -> " by " + at).orElse(""),
                    due.version().map(now -> "It runs macOS " + now + ".").orElse("")))
        .orElse(Html.EMPTY);
  }

  private static boolean isDue(HostUpdate update) {
    return update.requiredVersion().isPresent()
        && switch (update.state()) {
          case PENDING, OVERDUE, FAILED -> true;
          default -> false;
        };
  }

  private static final String UPDATE =
      """
      <section class="notice"><h2>Update macOS</h2>
      <p>This Mac has to have macOS %s or newer%s. %s Save your work, open <strong>System Settings</strong>,
      <strong>General</strong>, <strong>Software Update</strong>, and install it.
      <a href="/device/guide/update-macos">The steps in more detail</a></p></section>
      """;

  private Html facts() {
    Host host = mac.host();
    return Html.of("<h2>What is known of it</h2>\n<dl>\n")
        .and(fact("Managed by", mac.isOn() ? mac.organization() : "nobody; MDM is off"))
        .and(fact("Team", mac.team().orElse("")))
        .and(fact("Name", host.facts().name()))
        .and(fact("Serial number", host.facts().serialNumber()))
        .and(fact("Model", host.facts().modelName()))
        .and(fact("macOS", host.facts().osVersion()))
        .and(fact("Last seen", time(host.lastSeenAt())))
        .and(fact("Details from", time(host.detailsUpdatedAt())))
        .and(Html.of("</dl>\n"));
  }

  private String time(Optional<Instant> at) {
    return at.map(TIME.withZone(mac.zone())::format).orElse("");
  }

  private static Html fact(String name, String value) {
    return value.isEmpty() ? Html.EMPTY : Html.of("<dt>%s</dt><dd>%s</dd>\n", name, value);
  }

  private static final String REFETCH =
      """
      <form method="post" action="/device/%s/refetch"><button type="submit">Refetch</button></form>
      """;

  /**
   * By the profile, a Mac of ABM would come back unsupervised, and with MDM that can be removed.
   */
  private Html again() {
    Html how =
        mac.automatic() ? Html.of(AGAIN_AUTOMATIC, RENEWAL) : Html.of(AGAIN, token.revealText());
    return Html.of(LOST, how);
  }

  private static final String LOST =
      """
      <details><summary>MDM was removed from this Mac, or the Mac was erased?</summary>
      %s</details>
      """;
  private static final String AGAIN_AUTOMATIC =
      """
      <p>An erased Mac turns MDM on by itself while it is set up: connect it to a network when it asks. If MDM was removed:</p>
      %s
      """;
  private static final String AGAIN =
      """
      <p>Then <a href="/device/%s/profile">download the profile</a> again and install it in System Settings. An administrator
      of the Mac has to do so.</p>
      """;
  private static final String FOOT =
      """
      <p class="faint">Something does not work? Contact your IT administrator at %s. This page is for this Mac only; give
      its address to nobody else.</p>
      <p><a href="/device/transparency">What your organization can and cannot see</a></p>
      """;
}
