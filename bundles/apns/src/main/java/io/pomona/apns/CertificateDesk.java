package io.pomona.apns;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.apns.PushCertificateInfo;
import io.pomona.api.apns.PushCertificateStore;
import io.pomona.api.apns.PushCertificateStore.PairNote;
import io.pomona.api.apns.PushCertificateStore.StoredPair;
import io.pomona.api.apns.PushRequestId;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.pki.SecretVault;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes push pairs in use and out of use, and keeps Macs from being lost by mistake. */
@Component(service = CertificateDesk.class)
public final class CertificateDesk {
  private static final Logger LOG = LoggerFactory.getLogger(CertificateDesk.class);

  private final PushCertificateStore store;
  private final LoadedPushCertificates loaded;
  private final SecretVault vault;
  private final Clock clock;

  @Activate
  public CertificateDesk(
      @Reference PushCertificateStore store,
      @Reference LoadedPushCertificates loaded,
      @Reference SecretVault vault) {
    this(store, loaded, vault, Clock.systemUTC());
  }

  CertificateDesk(
      PushCertificateStore store, LoadedPushCertificates loaded, SecretVault vault, Clock clock) {
    this.store = store;
    this.loaded = loaded;
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * @throws MdmException not found when there is none
   */
  public PushCertificateView view() {
    LoadedPair pair = loaded.refresh();
    if (pair.info().isEmpty()) {
      throw none();
    }
    return PushCertificateView.of(pair.info().get(), pair.stored().get(), clock.instant());
  }

  private static MdmException none() {
    return MdmException.notFound(
        "apns.none",
        "There is no push certificate, so MDM is off. Make a request with pomonactl generate"
            + " mdm-apple, or load a certificate and its key with pomonactl apns load.");
  }

  /** Takes a pair in use without a restart. */
  public PushCertificateView load(Actor actor, PushMaterial material, LoadTerms terms) {
    return load(actor, material, terms, Optional.empty());
  }

  PushCertificateView load(
      Actor actor, PushMaterial material, LoadTerms terms, Optional<PushRequestId> answered) {
    Instant now = clock.instant();
    PushPair pair = PushPair.checked(material, now);
    PushCertificateInfo info = pair.info();
    Optional<String> seen = store.lastTopic();
    Optional<String> lost = givenUp(seen, info.topic());
    lost.ifPresent(topic -> requireConsent(topic, info.topic(), terms));
    Optional<PushCertificateInfo> before = replaced();
    StoredPair stored = stored(actor, pair, terms, now);
    ActivityDraft draft = loaded(actor, info, lost.isPresent(), stored.note());
    ActivityDraft told = before.map(old -> replacing(draft, old)).orElse(draft);
    if (!store.save(stored, seen, answered, told)) {
      throw overtaken();
    }
    LOG.info("Push certificate {} of {} is in use", info.serialNumber(), info.topic());
    loaded.refresh();
    return view();
  }

  private static MdmException overtaken() {
    return MdmException.conflict(
        "apns.overtaken",
        "Somebody else has loaded another push certificate just now, so nothing was done. Look at"
            + " it (pomonactl get mdm-apple), and load yours again if it is still wanted.");
  }

  private StoredPair stored(Actor actor, PushPair pair, LoadTerms terms, Instant now) {
    String topic = pair.info().topic();
    byte[] sealed = vault.seal(LoadedPushCertificates.PURPOSE, Secret.of(pair.key().getEncoded()));
    // Apple ties a topic to the Apple ID: a renewal has the same.
    Optional<String> appleId =
        terms
            .appleId()
            .or(
                () ->
                    store
                        .current()
                        .filter(old -> old.topic().equals(topic))
                        .flatMap(old -> old.note().appleId()));
    return new StoredPair(
        topic, sealed, pair.encodedChain(), now, new PairNote(appleId, actor.name()));
  }

  private static ActivityDraft loaded(
      Actor actor, PushCertificateInfo info, boolean topicChanged, PairNote note) {
    return ActivityDraft.of(actor, "loaded_apns_certificate")
        .with("topic", info.topic())
        .with("serial_number", info.serialNumber())
        .with("topic_changed", topicChanged)
        .with("apple_id", note.appleId().orElse(""));
  }

  /** Of a damaged one there is nothing to tell: the new one mends it. */
  private Optional<PushCertificateInfo> replaced() {
    try {
      return loaded.refresh().info();
    } catch (MdmException e) {
      LOG.debug("What the new push certificate replaces cannot be read", e);
      return Optional.empty();
    }
  }

  private static ActivityDraft replacing(ActivityDraft draft, PushCertificateInfo before) {
    return draft
        .with("previous_topic", before.topic())
        .with("previous_serial_number", before.serialNumber());
  }

  /** Another topic that is in use, or that Macs are still tied to after MDM was turned off. */
  private Optional<String> givenUp(Optional<String> seen, String topic) {
    return seen.filter(last -> !last.equals(topic))
        .filter(last -> store.current().isPresent() || store.enrolledWithTopic(last) > 0);
  }

  private void requireConsent(String lost, String next, LoadTerms terms) {
    long macs = store.enrolledWithTopic(lost);
    if (!terms.force()) {
      throw MdmException.conflict(
          "apns.other_topic",
          "The certificate has the topic %s, the one in use has %s. With it, %d enrolled Macs are lost until they enroll again. Renew the certificate with the Apple ID that it was made with; or force it and type the topic that is given up."
              .formatted(next, lost, macs));
    }
    if (!terms.typedTopic().equals(Optional.of(lost))) {
      throw MdmException.invalid(
          "apns.topic_not_typed",
          "topic",
          "By force, %d enrolled Macs are lost until they enroll again. If that is meant, type the topic that is given up: %s"
              .formatted(macs, lost));
    }
  }

  /** Changes the Apple ID that is noted; nothing forgets it. */
  public PushCertificateView noteAppleId(Actor actor, Optional<String> appleId) {
    PushCertificateView before = view();
    LoadTerms noted = new LoadTerms(appleId, false, Optional.empty());
    ActivityDraft draft =
        ActivityDraft.of(actor, "edited_apns_apple_id")
            .with("topic", before.topic())
            .with("apple_id", noted.appleId().orElse(""))
            .with("previous_apple_id", before.appleId());
    store.noteAppleId(noted.appleId(), draft, clock.instant());
    loaded.refresh();
    return view();
  }

  /**
   * MDM is off from now on.
   *
   * @throws MdmException conflict, which says how many Macs are enrolled, unless it is forced
   */
  public void turnOff(Actor actor, boolean force) {
    PushCertificateView before = view();
    long macs = store.enrolledWithTopic(before.topic());
    if (!force) {
      throw MdmException.conflict(
          "apns.macs_enrolled",
          "Without the push certificate MDM is off: %d enrolled Macs are neither woken nor answered until a certificate with the topic %s is loaded again. If that is meant, force it."
              .formatted(macs, before.topic()));
    }
    ActivityDraft draft =
        ActivityDraft.of(actor, "turned_off_mdm_apns")
            .with("topic", before.topic())
            .with("serial_number", before.serialNumber())
            .with("enrolled_macs", macs);
    store.turnOff(draft, clock.instant());
    LOG.info("Push certificate {} is out of use: MDM is off", before.serialNumber());
    loaded.refresh();
  }
}
