package io.pomona.simulator.apple;

import io.netty.channel.Channel;
import io.netty.handler.ssl.SslHandler;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.bouncycastle.asn1.x500.X500Name;

/** Judges pushes by Apple's rules and the script, counts them, and passes on the accepted ones. */
final class PushDesk {

  private final PushRules rules = new PushRules();
  private final VerdictScript script;
  private final List<PushListener> listeners = new CopyOnWriteArrayList<>();
  private final Map<String, LongAdder> byToken = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> refusedByToken = new ConcurrentHashMap<>();
  private final LongAdder accepted = new LongAdder();
  private final LongAdder refused = new LongAdder();

  PushDesk(VerdictScript script) {
    this.script = script;
  }

  void add(PushListener listener) {
    listeners.add(listener);
  }

  void register(String tokenHex, String topic) {
    rules.register(tokenHex, topic);
  }

  Verdict judge(PushRequest request, Channel connection) {
    Verdict verdict =
        topic(connection)
            .map(topic -> rules.refuse(request, topic).orElseGet(() -> script.of(request.token())))
            .orElseGet(() -> Verdict.of(403, "BadCertificate"));
    if (verdict.accepted()) {
      accepted.increment();
      byToken.computeIfAbsent(request.token(), token -> new LongAdder()).increment();
      String magic = rules.magic(request).orElseThrow();
      listeners.forEach(listener -> listener.onPush(request.token(), magic));
    } else {
      refused.increment();
      refusedByToken.computeIfAbsent(request.token(), token -> new LongAdder()).increment();
    }
    return verdict;
  }

  private static Optional<String> topic(Channel connection) {
    try {
      Certificate[] chain =
          connection.pipeline().get(SslHandler.class).engine().getSession().getPeerCertificates();
      byte[] subject = ((X509Certificate) chain[0]).getSubjectX500Principal().getEncoded();
      return PushIdentity.topicOf(X500Name.getInstance(subject));
    } catch (SSLPeerUnverifiedException e) {
      return Optional.empty();
    }
  }

  byte[] errorBody(Verdict verdict) {
    return rules.errorBody(verdict);
  }

  long accepted() {
    return accepted.sum();
  }

  long refused() {
    return refused.sum();
  }

  long accepted(String tokenHex) {
    return sum(byToken.get(tokenHex));
  }

  long refused(String tokenHex) {
    return sum(refusedByToken.get(tokenHex));
  }

  private static long sum(LongAdder count) {
    return count == null ? 0 : count.sum();
  }
}
