package io.pomona.escrow.keys;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.escrow.KeyRotation;
import io.pomona.api.escrow.KeyRotationStore;
import io.pomona.api.escrow.RecoveryKey;
import io.pomona.api.escrow.RecoveryKeyId;
import io.pomona.api.escrow.RecoveryKeyStore;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.escrow.EscrowHosts;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is known of recovery keys without showing one. */
@Component(service = KeyHistory.class)
public final class KeyHistory {
  private final RecoveryKeyStore keys;
  private final KeyRotationStore rotations;
  private final EscrowHosts hosts;
  private final Access access;

  @Activate
  public KeyHistory(
      @Reference RecoveryKeyStore keys,
      @Reference KeyRotationStore rotations,
      @Reference HostStore hosts,
      @Reference Access access) {
    this.keys = keys;
    this.rotations = rotations;
    this.hosts = new EscrowHosts(hosts, access);
    this.access = access;
  }

  /** A host, for who may see that it has keys. */
  public Host host(Actor actor, HostId id) {
    return hosts.require(actor, Permission.VIEW_RECOVERY_KEYS, id);
  }

  /**
   * @param name UDID, serial number, name or number
   */
  public Host host(Actor actor, String name) {
    return hosts.require(actor, Permission.VIEW_RECOVERY_KEYS, name);
  }

  /** All of this Mac, newest first. */
  public List<RecoveryKey> keys(Host host) {
    return keys.history(host.facts().serialNumber()).stream()
        .filter(key -> isOf(host, key.udid()))
        .toList();
  }

  /** All of this Mac, newest first. */
  public List<KeyRotation> rotations(Host host) {
    return rotations.history(host.facts().serialNumber()).stream()
        .filter(rotation -> isOf(host, rotation.wanted().device().device()))
        .toList();
  }

  // A serial number is what a Mac says of itself; that of one that has not enrolled is ABM's word.
  private static boolean isOf(Host host, String udid) {
    return host.udid().map(udid::equals).orElse(true);
  }

  /** The newest that opens. */
  public Optional<RecoveryKey> current(Host host) {
    return keys(host).stream().filter(RecoveryKey::opens).findFirst();
  }

  /** Why there is none that opens, in a sentence. */
  public String whyNone(Host host) {
    return keys(host).stream()
        .findFirst()
        .flatMap(RecoveryKey::unreadable)
        .map(why -> "No recovery key of this Mac can be opened. Of the last one: " + why)
        .orElse(
            "No recovery key of this Mac has come. Turn disk encryption on for it; if its disk is"
                + " encrypted already, its user has to make a new key.");
  }

  /** All keys, those of Macs that are gone too. */
  public List<RecoveryKey> search(Actor actor, String query, PageRequest page) {
    access.require(actor, Permission.EDIT_ESCROW, Optional.empty());
    return keys.search(query, page);
  }

  /** One of all keys. */
  RecoveryKey require(Actor actor, RecoveryKeyId id) {
    access.require(actor, Permission.EDIT_ESCROW, Optional.empty());
    return keys.find(id)
        .orElseThrow(
            () ->
                MdmException.notFound(
                    "escrow.key_not_found", "There is no such recovery key; search for it."));
  }
}
