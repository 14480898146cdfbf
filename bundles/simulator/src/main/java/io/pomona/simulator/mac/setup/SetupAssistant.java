package io.pomona.simulator.mac.setup;

import io.pomona.simulator.apple.DeviceAuthority;
import io.pomona.simulator.apple.abm.AbmProfile;
import io.pomona.simulator.crypto.Certificates;
import io.pomona.simulator.mac.MessageSignature;
import io.pomona.simulator.mac.ProfileRefusedException;
import io.pomona.simulator.mac.Supervision;
import io.pomona.simulator.mac.VirtualMac;
import io.pomona.simulator.wire.Call;
import io.pomona.simulator.wire.Reply;
import io.pomona.simulator.wire.Wires;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;

/**
 * What a Mac shows when it is switched on for the first time: asks Apple whose it is, asks that
 * server for the enrollment profile, enrolls and, where it is told to, waits for DeviceConfigured.
 */
public final class SetupAssistant {

  private static final int MOST_UPDATES = 2;

  private final VirtualMac mac;
  private final AppleDirectory apple;
  private final DeviceAuthority authority;
  private final Wires wires;
  private final MessageSignature manner;
  private final SetupPerson person;
  private final List<X509CertificateHolder> roots;
  private final List<URI> pages = new ArrayList<>();
  private Optional<MacIdentity> identity = Optional.empty();

  private SetupAssistant(
      VirtualMac mac,
      AppleDirectory apple,
      DeviceAuthority authority,
      Wires wires,
      MessageSignature manner,
      SetupPerson person,
      List<X509CertificateHolder> roots) {
    this.mac = mac;
    this.apple = apple;
    this.authority = authority;
    this.wires = wires;
    this.manner = manner;
    this.person = person;
    this.roots = roots;
  }

  public static SetupAssistant of(
      VirtualMac mac, AppleDirectory apple, DeviceAuthority authority, Wires wires) {
    return new SetupAssistant(
        mac, apple, authority, wires, MessageSignature.SHA256, SetupPerson.agreeable(), List.of());
  }

  /** Signs what it is with SHA-1 and without signed attributes. */
  public SetupAssistant ofAnOldMac() {
    return new SetupAssistant(
        mac, apple, authority, wires, MessageSignature.SHA1_DIRECT, person, roots);
  }

  public SetupAssistant with(SetupPerson who) {
    return new SetupAssistant(mac, apple, authority, wires, manner, who, roots);
  }

  /** Trusted besides the anchors of the profile and what the system trusts. */
  public SetupAssistant trusting(List<X509CertificateHolder> more) {
    return new SetupAssistant(mac, apple, authority, wires, manner, person, List.copyOf(more));
  }

  /**
   * Sets the Mac up. It has polled once afterwards; while it waits for DeviceConfigured it polls
   * whenever it is told to, as an enrolled Mac does.
   *
   * @return false where Apple knows no server for this serial number: the Mac is nobody's
   */
  public boolean run() throws IOException, ProfileRefusedException {
    return enrolled(true);
  }

  /**
   * {@code profiles renew -type enrollment} on a Mac that was set up long ago: its user is asked
   * and says yes. It does not wait for DeviceConfigured.
   */
  public boolean renew() throws IOException, ProfileRefusedException {
    return enrolled(false);
  }

  private boolean enrolled(boolean fresh) throws IOException, ProfileRefusedException {
    Optional<AbmProfile> claimed = apple.profileFor(mac.hardware().serial());
    if (claimed.isEmpty()) {
      return false;
    }
    AbmProfile profile = claimed.get();
    mac.enroll(enrollmentProfile(profile), supervision(profile, fresh));
    mac.poll();
    return true;
  }

  private static Supervision supervision(AbmProfile profile, boolean fresh) {
    return new Supervision(
        true, profile.supervised(), fresh && profile.awaitsConfiguration(), profile.removable());
  }

  /** Updates macOS and comes back where the server asks for that. */
  private byte[] enrollmentProfile(AbmProfile profile) throws IOException {
    for (int updates = 0; ; updates++) {
      try {
        return asked(profile);
      } catch (SoftwareUpdateRequiredException e) {
        if (updates == MOST_UPDATES) {
          throw e;
        }
        String build = e.build().isEmpty() ? mac.hardware().build() + "u" : e.build();
        mac.updateTo(e.osVersion(), build);
      }
    }
  }

  private byte[] asked(AbmProfile profile) throws IOException {
    List<X509CertificateHolder> trusted = new ArrayList<>(roots);
    profile
        .anchors()
        .forEach(der -> trusted.add(Certificates.parse(Base64.getDecoder().decode(der))));
    byte[] machineInfo = identity().signed(mac.hardware());
    Optional<URI> web = profile.webUrl();
    if (web.isPresent()) {
      requireNear(profile.url(), web.get());
      return visited(new SetupWebView(trusted), web.get(), machineInfo);
    }
    return posted(profile.url(), machineInfo, trusted);
  }

  private byte[] visited(SetupWebView view, URI web, byte[] machineInfo) throws IOException {
    try {
      return view.visit(web, machineInfo, person);
    } finally {
      pages.addAll(view.seen());
    }
  }

  /** Where its web view has been, in order; empty where the profile names none. */
  public List<URI> pages() {
    return List.copyOf(pages);
  }

  private byte[] posted(URI url, byte[] machineInfo, List<X509CertificateHolder> trusted)
      throws IOException {
    Map<String, String> headers = Map.of("Content-Type", "application/pkcs7-signature");
    Reply reply = wires.trusting(trusted).send(new Call("POST", url, headers, machineInfo));
    SetupAnswer answer = new SetupAnswer(reply);
    answer.require("The enrollment request");
    if (!answer.profile()) {
      throw new IOException("The enrollment request was answered with " + reply.contentType());
    }
    return reply.body();
  }

  /** Apple: the hosts of both addresses share their last two labels. */
  private static void requireNear(URI url, URI web) throws IOException {
    if (!domain(url).equals(domain(web))) {
      throw new IOException("url and configuration_web_url are of different domains");
    }
  }

  private static List<String> domain(URI uri) {
    List<String> labels = Arrays.asList(uri.getHost().split("\\."));
    return labels.subList(Math.max(0, labels.size() - 2), labels.size());
  }

  private MacIdentity identity() {
    if (identity.filter(it -> it.belongsTo(mac.hardware())).isEmpty()) {
      identity = Optional.of(MacIdentity.issued(authority, mac.hardware(), manner));
    }
    return identity.get();
  }
}
