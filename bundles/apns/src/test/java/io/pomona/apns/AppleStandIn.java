package io.pomona.apns;

import com.eatthepath.pushy.apns.server.MockApnsServer;
import com.eatthepath.pushy.apns.server.MockApnsServerBuilder;
import com.eatthepath.pushy.apns.server.PushNotificationHandler;
import com.eatthepath.pushy.apns.server.RejectedNotificationException;
import io.netty.buffer.ByteBuf;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** The push server that comes with the client library, a peer that is not ours. */
final class AppleStandIn implements AutoCloseable {
  /** What a push says. */
  interface Answer {
    void answer(Http2Headers headers) throws RejectedNotificationException;
  }

  /** A push as it arrived. */
  record Arrived(Map<String, String> headers, String body, BigInteger clientSerial) {}

  // Shared, since a group of its own takes two seconds to end.
  private static final NioEventLoopGroup LOOPS =
      new NioEventLoopGroup(1, new DefaultThreadFactory("apple", true));

  private final TestPair identity;
  private final List<X509Certificate> trusted;
  private final List<Arrived> arrived = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile Answer answer = headers -> {};
  private MockApnsServer server;
  private int port;

  AppleStandIn(TestPair identity, TestPair... clients) {
    this.identity = identity;
    this.trusted = java.util.Arrays.stream(clients).map(TestPair::certificate).toList();
    start(0);
  }

  void answer(Answer next) {
    answer = next;
  }

  void start(int wanted) {
    try {
      server =
          new MockApnsServerBuilder()
              .setServerCredentials(
                  new X509Certificate[] {identity.certificate()}, identity.key(), null)
              .setTrustedServerCertificateChain(trusted.toArray(X509Certificate[]::new))
              .setHandlerFactory(this::handler)
              .setEventLoopGroup(LOOPS)
              .build();
      port = (Integer) server.start(wanted).get(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  void restart() {
    start(port);
  }

  private PushNotificationHandler handler(SSLSession session) {
    connections.incrementAndGet();
    BigInteger serial = serial(session);
    return (headers, payload) -> handle(headers, payload, serial);
  }

  private void handle(Http2Headers headers, ByteBuf payload, BigInteger serial)
      throws RejectedNotificationException {
    Map<String, String> copy = new ConcurrentHashMap<>();
    headers.forEach(entry -> copy.put(entry.getKey().toString(), entry.getValue().toString()));
    arrived.add(new Arrived(copy, payload.toString(StandardCharsets.UTF_8), serial));
    answer.answer(headers);
  }

  private static BigInteger serial(SSLSession session) {
    try {
      return ((X509Certificate) session.getPeerCertificates()[0]).getSerialNumber();
    } catch (SSLPeerUnverifiedException e) {
      throw new AssertionError("the client showed no certificate", e);
    }
  }

  int port() {
    return port;
  }

  List<Arrived> arrived() {
    return arrived;
  }

  int connections() {
    return connections.get();
  }

  @Override
  public void close() {
    try {
      server.shutdown().get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
