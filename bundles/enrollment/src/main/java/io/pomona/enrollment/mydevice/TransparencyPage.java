package io.pomona.enrollment.mydevice;

import io.pomona.api.rest.EndUserResource;
import io.pomona.api.rest.Html;

/** What an organization sees of a Mac: true for what this server asks a Mac, and for no more. */
record TransparencyPage(String organization) {
  private static final String TEXT =
      """
      <h1>What %s can and cannot see</h1>
      <p>%s manages Macs with MDM (mobile device management), which is part of macOS. No other program of this server runs on
      your Mac. While MDM is on, this is what it gives away.</p>
      <h2>Can see</h2>
      <ul>
      <li>What your Mac is: name, model, serial number, identifiers of its hardware and network cards, size of the disk and how much is free.</li>
      <li>Which macOS it has, which updates it could install, and how an update is going.</li>
      <li>The charge of its battery, and whether somebody is logged in to the App Store; the account only as a digest.</li>
      <li>Whether the disk is encrypted, and whether firewall, Activation Lock and the like are on.</li>
      <li>Which configuration profiles are installed.</li>
      <li>When it was last in touch, and which commands it was sent, with its answers.</li>
      <li>The names of accounts, where a user of the Mac is managed or an administrator asks for them.</li>
      <li>The installed apps, where an administrator asks for them by a command. They are not collected by themselves.</li>
      </ul>
      <h2>Can do</h2>
      <ul>
      <li>Install settings and software, and require a macOS by a day.</li>
      <li>Encrypt the disk and keep its recovery key, which unlocks the Mac when a password is forgotten. Each look at it is recorded.</li>
      <li>Lock, restart or erase the Mac. Each time is recorded.</li>
      </ul>
      <h2>Cannot see</h2>
      <ul>
      <li>Your files, photos, e-mails, messages and calendars.</li>
      <li>Your passwords and what is in your keychain.</li>
      <li>The pages that you visit, and what you search for.</li>
      <li>Your screen, camera and microphone, and what you type.</li>
      <li>Where your Mac is. Only the internet address that it calls from is seen, as by every server.</li>
      </ul>
      <p class="faint">Other programs that your organization installs may see more; ask your IT administrator.</p>
      """;

  String html() {
    return Html.page(
        "What your organization sees",
        EndUserResource.STYLE,
        Html.of(TEXT, organization, organization));
  }
}
