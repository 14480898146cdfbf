package io.pomona.escrow.activationlock;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.escrow.BypassCode;
import io.pomona.api.escrow.BypassCodeStore;
import io.pomona.api.escrow.BypassFetch;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.pki.SecretVault;
import io.pomona.escrow.EscrowHosts;
import io.pomona.protocol.inventory.DeviceInformation;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The codes that take Activation Lock off, for people. */
@Component(service = BypassCodes.class)
public final class BypassCodes {
  static final String PURPOSE = "escrow.bypass_code";

  private final BypassCodeStore codes;
  private final HostStore hosts;
  private final SecretVault vault;
  private final Clock clock;

  @Activate
  public BypassCodes(
      @Reference BypassCodeStore codes, @Reference HostStore hosts, @Reference SecretVault vault) {
    this(codes, hosts, vault, Clock.systemUTC());
  }

  BypassCodes(BypassCodeStore codes, HostStore hosts, SecretVault vault, Clock clock) {
    this.codes = codes;
    this.hosts = hosts;
    this.vault = vault;
    this.clock = clock;
  }

  /** All of this Mac, newest first. */
  public List<BypassCode> history(Host host) {
    return codes.history(host.id(), host.facts().serialNumber(), host.udid().orElse(""));
  }

  public Optional<BypassFetch> fetch(Host host) {
    return codes.fetch(host.id());
  }

  /** Whether Activation Lock is on, as the Mac said last; empty where it did not. */
  public Optional<Boolean> isLocked(Host host) {
    return hosts
        .inventory(host.id())
        .deviceInformation()
        .flatMap(all -> new DeviceInformation(all).activationLockEnabled());
  }

  /** What to know of Activation Lock before the Mac is erased. */
  public String help(Host host) {
    boolean kept = !history(host).isEmpty();
    String code =
        kept
            ? "A bypass code is kept: see it with pomonactl get bypass-code, or mdm:bypass-code-show."
            : "No bypass code is kept.";
    return isLocked(host)
        .map(
            on ->
                on
                    ? "Activation Lock is on: after an erasure the Mac asks for the Apple Account of"
                        + " its owner, or for the bypass code. "
                        + code
                    : "Activation Lock is off. " + code)
        .orElse("The host has not said whether Activation Lock is on. " + code);
  }

  /** A code for a person. */
  public record Seen(BypassCode code, Secret secret) {}

  /**
   * The newest, or this one; each look is in the feed.
   *
   * @throws MdmException not found when there is none
   */
  public Seen view(Actor actor, Host host, Optional<CommandUuid> which) {
    BypassCode code =
        history(host).stream()
            .filter(each -> which.isEmpty() || each.command().equals(which.get()))
            .findFirst()
            .orElseThrow(BypassCodes::none);
    ActivityDraft activity =
        EscrowHosts.activity(actor, "viewed_activation_lock_bypass_code", host);
    return codes
        .view(code.command(), activity, clock.instant())
        .map(kept -> new Seen(code, vault.open(PURPOSE, kept)))
        .orElseThrow(BypassCodes::none);
  }

  private static MdmException none() {
    return MdmException.notFound(
        "escrow.no_bypass_code",
        "No bypass code is kept for this host. Apple offers it for about 15 days after a Mac became"
            + " supervised.");
  }
}
