package io.pomona.abm.apple;

import io.pomona.abm.AbmConfig;
import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.abm.AbmSyncStore;
import io.pomona.api.abm.AbmTokenId;
import io.pomona.api.abm.AbmTokenStore;
import io.pomona.api.pki.SecretVault;
import io.pomona.protocol.dep.AppleAccount;
import io.pomona.protocol.dep.MalformedServerTokenException;
import io.pomona.protocol.dep.ServerToken;
import io.pomona.protocol.dep.ServerTokenReader;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** One connection for each token; another one as soon as the token is renewed, on any node. */
@Component(
    service = {DeviceEnrollments.class, TokenTrial.class},
    configurationPid = AbmConfig.PID)
@Designate(ocd = AbmConfig.class)
public final class Connections implements DeviceEnrollments, TokenTrial {
  /** How what signs is sealed. */
  public static final String TOKEN = "abm.token";

  private static final String SESSION = "abm.session";

  private final AbmTokenStore tokens;
  private final AbmSyncStore sync;
  private final SecretVault vault;
  private final Transport transport;
  private final Duration apart;
  private final Map<AbmTokenId, Open> open = new ConcurrentHashMap<>();

  /** By consumer key: Apple counts the trial of a token and its renewal as well. */
  private final Map<String, Pace> paces = new ConcurrentHashMap<>();

  private record Open(byte[] sealed, DeviceEnrollment connection) {}

  @Activate
  public Connections(
      @Reference AbmTokenStore tokens,
      @Reference AbmSyncStore sync,
      @Reference SecretVault vault,
      AbmConfig config) {
    this(tokens, sync, vault, new HttpTransport(config.url(), config.trust_pem()), Pace.APPLES);
  }

  Connections(
      AbmTokenStore tokens,
      AbmSyncStore sync,
      SecretVault vault,
      Transport transport,
      Duration apart) {
    this.apart = apart;
    this.tokens = tokens;
    this.sync = sync;
    this.vault = vault;
    this.transport = transport;
  }

  @Override
  public DeviceEnrollment of(AbmTokenId token) {
    byte[] sealed = tokens.sealed(token).orElseThrow(Connections::noToken);
    return open.compute(
            token,
            (id, before) ->
                before != null && Arrays.equals(before.sealed(), sealed)
                    ? before
                    : opened(id, sealed))
        .connection();
  }

  private Open opened(AbmTokenId id, byte[] sealed) {
    ServerToken token = read(vault.open(TOKEN, sealed));
    return new Open(
        sealed, new Connection(transport, token, new StoredSession(id, sealed), pace(token)));
  }

  private Pace pace(ServerToken token) {
    return paces.computeIfAbsent(token.consumerKey(), key -> new Pace(apart));
  }

  private static ServerToken read(Secret json) {
    try {
      return ServerTokenReader.read(json.reveal());
    } catch (MalformedServerTokenException e) {
      throw new IllegalStateException("What was stored of a token is no token", e);
    }
  }

  static MdmException noToken() {
    return MdmException.notFound(
        "abm.no_token", "There is no such token of Apple Business Manager; list the tokens.");
  }

  @Override
  public AppleAccount account(ServerToken token) {
    return new Connection(transport, token, new ForgottenSession(), pace(token)).account();
  }

  /** Sealed beside the token, so that a restart goes on with it. */
  private final class StoredSession implements SessionKeeper {
    private final AbmTokenId token;
    private final byte[] signing;

    StoredSession(AbmTokenId token, byte[] signing) {
      this.token = token;
      this.signing = signing;
    }

    @Override
    public Optional<String> kept() {
      return sync.session(token).map(bytes -> vault.open(SESSION, bytes).revealText());
    }

    @Override
    public void keep(Optional<String> session) {
      sync.session(token, signing, session.map(text -> vault.seal(SESSION, Secret.of(text))));
    }
  }

  private static final class ForgottenSession implements SessionKeeper {
    @Override
    public Optional<String> kept() {
      return Optional.empty();
    }

    @Override
    public void keep(Optional<String> session) {
      // One call is all that it is for.
    }
  }
}
