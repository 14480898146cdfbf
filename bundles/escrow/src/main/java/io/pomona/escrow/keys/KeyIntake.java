package io.pomona.escrow.keys;

import io.pomona.api.MdmException;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.escrow.EnvelopeStore;
import io.pomona.api.escrow.NewKeyRotation;
import io.pomona.api.escrow.NewRecoveryKey;
import io.pomona.api.escrow.ReceivedEnvelope;
import io.pomona.api.escrow.RecoveryKey.Source;
import io.pomona.api.escrow.RecoveryKeyStore;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the recovery keys that Macs send, whatever has become of them since. */
@Component(service = KeyIntake.class)
public final class KeyIntake {
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.escrow");
  private static final int STEP = 100;

  private final EnvelopeStore envelopes;
  private final RecoveryKeyStore keys;
  private final HostStore hosts;
  private final KeyOpening opening;
  private final Clock clock;

  @Activate
  public KeyIntake(
      @Reference EnvelopeStore envelopes,
      @Reference RecoveryKeyStore keys,
      @Reference HostStore hosts,
      @Reference KeyOpening opening) {
    this(envelopes, keys, hosts, opening, Clock.systemUTC());
  }

  public KeyIntake(
      EnvelopeStore envelopes,
      RecoveryKeyStore keys,
      HostStore hosts,
      KeyOpening opening,
      Clock clock) {
    this.envelopes = envelopes;
    this.keys = keys;
    this.hosts = hosts;
    this.opening = opening;
    this.clock = clock;
  }

  /** Those of this host, in their order: what came last is the present key. */
  public void takeWaiting(HostId host) {
    envelopes.waiting(host).forEach(each -> keep(each, Source.SECURITY_INFO));
  }

  /** Those that nobody came for, since the vault was closed or the host is gone. */
  public void sweep() {
    List<ReceivedEnvelope> waiting;
    long failed;
    do {
      waiting = envelopes.waiting(STEP);
      failed = waiting.stream().filter(each -> !isKept(each)).count();
    } while (waiting.size() == STEP && failed == 0);
    if (failed > 0) {
      LOG.warn("{} recovery keys that Macs sent cannot be looked into yet", failed);
    }
  }

  private boolean isKept(ReceivedEnvelope sent) {
    try {
      keep(sent, Source.SECURITY_INFO);
      return true;
    } catch (MdmException e) {
      LOG.debug("The envelope of host {} waits", sent.host().value(), e);
      return false;
    }
  }

  /**
   * Keeps it once, however often it comes.
   *
   * @throws io.pomona.api.MdmException as {@link KeyOpening#open}
   */
  public OpenedEnvelope keep(ReceivedEnvelope sent, Source source) {
    OpenedEnvelope opened = opening.open(sent.envelope());
    NewRecoveryKey key =
        opened.of(sent.host(), sent.serialNumber(), sent.udid(), sent.enrolledAt(), source);
    List<ActivityDraft> told = opened.opens() ? List.of(escrowed(sent)) : List.of();
    if (keys.add(key, told, clock.instant())) {
      LOG.info(
          "Host {} sent a recovery key{}",
          sent.host().value(),
          opened.opens() ? "" : " that cannot be used");
    }
    return opened;
  }

  /** What comes of a replacement that has ended. */
  void keep(NewKeyRotation wanted, byte[] cms, Source source) {
    keep(
        new ReceivedEnvelope(
            wanted.host(),
            wanted.serialNumber(),
            wanted.device().device(),
            wanted.enrolledAt(),
            clock.instant(),
            cms),
        source);
  }

  /** The same of a question for which no replacement is under way any more. */
  void keep(CommandRecord question, byte[] cms) {
    hosts
        .find(question.host())
        .map(
            host ->
                new ReceivedEnvelope(
                    host.id(),
                    host.facts().serialNumber(),
                    question.channel().device(),
                    host.enrolledAt().orElse(question.updatedAt()),
                    question.updatedAt(),
                    cms))
        .ifPresent(sent -> keep(sent, Source.SECURITY_INFO));
  }

  private ActivityDraft escrowed(ReceivedEnvelope sent) {
    Optional<Host> host = hosts.find(sent.host());
    return ActivityDraft.of(Actor.system(), "escrowed_disk_encryption_key")
        .with("host_id", sent.host().value())
        .with("host_serial", sent.serialNumber())
        .with("host_display_name", host.map(Host::displayName).orElse(sent.serialNumber()));
  }
}
