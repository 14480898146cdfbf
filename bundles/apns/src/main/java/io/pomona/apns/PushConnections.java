package io.pomona.apns;

import com.eatthepath.pushy.apns.ApnsClient;
import com.eatthepath.pushy.apns.ApnsClientBuilder;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.pomona.api.MdmException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;

/** Opens clients, and keeps the one of the certificate in use. */
final class PushConnections {
  private final PushIdentities identities;
  private final PushServer server;
  private final AppleWords words;
  private final NioEventLoopGroup loops =
      new NioEventLoopGroup(1, new DefaultThreadFactory("apns", true));
  private Optional<PushConnection> open = Optional.empty();
  private boolean closed;

  PushConnections(PushIdentities identities, PushServer server, AppleWords words) {
    this.identities = identities;
    this.server = server;
    this.words = words;
  }

  /**
   * Where to push.
   *
   * @param trustFile PEM of the server's certificate authority, empty for those of the JDK
   * @param connections HTTP/2 connections at once
   * @param patience how long one push may take
   */
  record PushServer(
      String host, int port, Optional<Path> trustFile, int connections, Duration patience) {}

  /** The connection of the identity in use; the one before it is let go. Empty without identity. */
  synchronized Optional<PushConnection> current() {
    Optional<PushIdentity> identity = closed ? Optional.empty() : identities.identity();
    if (identity.isPresent() && open.filter(c -> c.isOf(identity.get())).isEmpty()) {
      PushConnection next =
          new PushConnection(identity.get(), client(identity.get()), server.patience());
      open.ifPresent(PushConnection::retire);
      open = Optional.of(next);
    }
    return identity.flatMap(used -> open);
  }

  /** The server is away: the next push gets a new connection. */
  void abandon(PushConnection connection) {
    synchronized (this) {
      open = open.filter(current -> current != connection);
    }
    connection.abandon();
  }

  synchronized void close() {
    closed = true;
    open.ifPresent(PushConnection::retire);
    open = Optional.empty();
    loops.shutdownGracefully();
  }

  private ApnsClient client(PushIdentity identity) {
    try {
      ApnsClientBuilder builder =
          new ApnsClientBuilder()
              .setApnsServer(server.host(), server.port())
              .setClientCredentials(identity.certificate(), identity.key(), "")
              .setEventLoopGroup(loops)
              .setFrameLogger(words)
              .setConcurrentConnections(server.connections())
              .setConnectionTimeout(Duration.ofSeconds(10))
              .setGracefulShutdownTimeout(Duration.ofSeconds(5));
      if (server.trustFile().isPresent()) {
        builder.setTrustedServerCertificateChain(trusted(server.trustFile().get()));
      }
      return builder.build();
    } catch (IOException e) {
      throw MdmException.unavailable(
              "apns.cannot_open",
              "The push client cannot be opened; check trust.pem of io.pomona.apns and the push"
                  + " pair.")
          .causedBy(e);
    }
  }

  private static X509Certificate[] trusted(Path file) throws IOException {
    return PushCertificateFile.read(Files.readString(file)).toArray(X509Certificate[]::new);
  }
}
