package io.pomona.simulator.apple.abm;

import io.pomona.simulator.crypto.Certificates;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bouncycastle.cert.X509CertificateHolder;

/** The person who looks after an organization: what one clicks at business.apple.com. */
public final class AbmPerson {

  private final AbmWorld world;
  private final AbmOrganization organization;
  private final AbmSessions sessions;

  AbmPerson(AbmWorld world, AbmOrganization organization, AbmSessions sessions) {
    this.world = world;
    this.organization = organization;
    this.sessions = sessions;
  }

  public AbmOrganization organization() {
    return organization;
  }

  /** A new MDM server with this public certificate in PEM; it has no token yet. */
  public AbmServer addServer(String name, String certificatePem) {
    synchronized (world) {
      AbmServer server = new AbmServer(organization, AbmIds.uuid(), name);
      organization.servers().add(server);
      uploadKey(server, certificatePem);
      return server;
    }
  }

  public Optional<AbmServer> server(String name) {
    synchronized (world) {
      return organization.servers().stream().filter(it -> it.name().equals(name)).findFirst();
    }
  }

  /** True where this is the certificate uploaded last. */
  public boolean hasKey(AbmServer server, String certificatePem) {
    synchronized (world) {
      return server.key().filter(Certificates.parsePem(certificatePem)::contains).isPresent();
    }
  }

  /** Of all that the organization owns. */
  public List<String> serials() {
    synchronized (world) {
      return List.copyOf(organization.devices().keySet());
    }
  }

  public boolean owns(String serial) {
    synchronized (world) {
      return organization.device(serial).isPresent();
    }
  }

  public void uploadKey(AbmServer server, String certificatePem) {
    List<X509CertificateHolder> certificates = Certificates.parsePem(certificatePem);
    if (certificates.size() != 1) {
      throw new IllegalArgumentException("ABM takes exactly one certificate in PEM");
    }
    synchronized (world) {
      server.key(certificates.get(0));
      world.changed();
    }
  }

  /** The .p7m; the first one of a server, or its renewal, which ends the one before. */
  public byte[] downloadToken(AbmServer server) {
    return downloadToken(server, TokenCipher.TRIPLE_DES);
  }

  public byte[] downloadToken(AbmServer server, TokenCipher cipher) {
    synchronized (world) {
      ServerToken token =
          server
              .token()
              .map(former -> former.renewed(world.now()))
              .orElseGet(() -> ServerToken.fresh(world.now()));
      server.token(token);
      sessions.forget(server);
      world.changed();
      return TokenFile.write(token, server.key().orElseThrow(), cipher);
    }
  }

  /** These are the organization's from now on, and no server's. */
  public void buy(Collection<AbmGoods> goods) {
    synchronized (world) {
      goods.forEach(one -> organization.devices().put(one.serial(), new AbmDevice(one)));
      world.changed();
    }
  }

  public void buy(AbmServer server, Collection<AbmGoods> goods) {
    synchronized (world) {
      buy(goods);
      assign(server, goods.stream().map(AbmGoods::serial).toList());
    }
  }

  /** Many Macs at once, with serial numbers made of the prefix and six digits. */
  public List<String> buyMacs(AbmServer server, String prefix, int count) {
    List<AbmGoods> goods =
        IntStream.range(0, count)
            .mapToObj(i -> AbmGoods.mac(String.format("%s%06d", prefix, i), "MacBook Air"))
            .toList();
    buy(server, goods);
    return goods.stream().map(AbmGoods::serial).toList();
  }

  /** Taken from the server that had them, if any, and given to this one. */
  public void assign(AbmServer server, Collection<String> serials) {
    synchronized (world) {
      serials.forEach(serial -> world.moved(device(serial), Optional.of(server)));
      world.changed();
    }
  }

  public void unassign(Collection<String> serials) {
    synchronized (world) {
      serials.forEach(serial -> world.moved(device(serial), Optional.empty()));
      world.changed();
    }
  }

  /** Released: sold or broken, and the organization's no more. */
  public void release(Collection<String> serials) {
    synchronized (world) {
      unassign(serials);
      serials.forEach(organization.devices()::remove);
      world.changed();
    }
  }

  /** Tells the server of it as modified, without any other change. */
  public void touch(Collection<String> serials) {
    synchronized (world) {
      serials.forEach(serial -> world.modified(device(serial)));
      world.changed();
    }
  }

  /** As if the server had defined a profile with this address and assigned it; for tests. */
  public void give(AbmServer server, String url, String serial) {
    synchronized (world) {
      String uuid = AbmIds.uuid();
      Map<String, Object> definition =
          Map.of("profile_name", "given", "url", url, "profile_uuid", uuid);
      organization.profiles().put(uuid, new AbmProfile(uuid, server.uuid(), definition));
      device(serial).give(uuid, world.now());
      world.modified(device(serial));
      world.changed();
    }
  }

  private AbmDevice device(String serial) {
    return organization
        .device(serial)
        .orElseThrow(() -> new IllegalArgumentException("No device has the serial " + serial));
  }

  /** Apple has new terms: T_C_NOT_SIGNED until they are accepted. */
  public void changeTerms() {
    terms(false);
  }

  public void acceptTerms() {
    terms(true);
  }

  private void terms(boolean accepted) {
    synchronized (world) {
      organization.terms(accepted);
      world.changed();
    }
  }

  /** Ends all tokens that this person has downloaded. */
  public void changePassword() {
    synchronized (world) {
      organization.servers().forEach(AbmServer::killToken);
      world.changed();
    }
  }

  /** Of these serial numbers, those that have a profile, with its uuid. */
  public Map<String, String> profiles() {
    synchronized (world) {
      return organization.devices().values().stream()
          .filter(device -> device.profile().isPresent())
          .collect(Collectors.toMap(AbmDevice::serial, it -> it.profile().orElseThrow()));
    }
  }

  /** What the server of the device defined for it; empty where it has none. */
  public Optional<AbmProfile> profile(String serial) {
    synchronized (world) {
      return organization
          .device(serial)
          .flatMap(AbmDevice::profile)
          .map(organization.profiles()::get);
    }
  }
}
