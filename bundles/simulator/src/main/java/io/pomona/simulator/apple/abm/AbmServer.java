package io.pomona.simulator.apple.abm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;

/** What ABM calls an MDM server: a key, a token and the devices that are its. */
public final class AbmServer {

  private final AbmOrganization organization;
  private final String uuid;
  private final String name;
  private final List<AbmEvent> events = new ArrayList<>();
  private X509CertificateHolder key;
  private ServerToken token;
  private boolean killed;

  AbmServer(AbmOrganization organization, String uuid, String name) {
    this.organization = organization;
    this.uuid = uuid;
    this.name = name;
  }

  /** As the server_uuid of /account says it. */
  public String uuid() {
    return uuid;
  }

  public String name() {
    return name;
  }

  public AbmOrganization organization() {
    return organization;
  }

  /** The token downloaded last, good or not. */
  public Optional<ServerToken> token() {
    return Optional.ofNullable(token);
  }

  Optional<X509CertificateHolder> key() {
    return Optional.ofNullable(key);
  }

  void key(X509CertificateHolder certificate) {
    key = certificate;
  }

  void token(ServerToken next) {
    token = next;
    killed = false;
  }

  void killToken() {
    killed = true;
  }

  boolean killed() {
    return killed;
  }

  boolean accepts(Instant now) {
    return token != null && !killed && now.isBefore(token.expiry());
  }

  List<AbmEvent> events() {
    return events;
  }

  void note(String operation, AbmDevice device, Instant at) {
    AbmEvent event = new AbmEvent(operation, device, at);
    events.add(event);
    if (operation.equals(AbmEvent.ADDED) && device.belongsTo(this)) {
      device.listing(event);
    }
  }
}
