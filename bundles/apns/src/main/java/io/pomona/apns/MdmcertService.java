package io.pomona.apns;

import io.pomona.api.BoundedBody;
import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** mdmcert.download over HTTPS. It is never followed elsewhere. */
final class MdmcertService {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration WHOLE_CALL = Duration.ofSeconds(30);
  // Many times of what an answer needs.
  private static final int LONGEST_ANSWER = 64 << 10;
  private static final Pattern SUCCESS = Pattern.compile("\"result\"\\s*:\\s*\"success\"");
  private static final Pattern REASON =
      Pattern.compile("\"reason\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.){1,200})\"");

  private final String address;
  private final Secret key;
  private final Optional<Path> trust;
  private final Duration patience;

  MdmcertService(String address, Secret key, Optional<Path> trust) {
    this(address, key, trust, WHOLE_CALL);
  }

  /**
   * @param patience for the whole call: with headers alone nobody waits for the rest for ever
   */
  MdmcertService(String address, Secret key, Optional<Path> trust, Duration patience) {
    this.address = address;
    this.key = key;
    this.trust = trust;
    this.patience = patience;
  }

  static MdmcertService of(ApnsConfig config) {
    return new MdmcertService(
        config.mdmcert_url().strip(),
        Secret.of(config._mdmcert_key().strip()),
        Optional.of(config.mdmcert_trust_pem().strip())
            .filter(text -> !text.isEmpty())
            .map(Path::of));
  }

  boolean hasKey() {
    return !key.isEmpty();
  }

  /** For the activity: where the request went. */
  String host() {
    return uri().getHost();
  }

  /**
   * @param request PKCS#10 in PEM
   * @param certificate in PEM, for which the answer is encrypted
   */
  void send(String email, String request, String certificate) {
    if (!hasKey()) {
      throw MdmException.conflict(
          "apns.no_mdmcert_key",
          "mdmcert.download signs for products that it has given a key. Ask it for one and set"
              + " .mdmcert.key in etc/io.pomona.apns.cfg, or take another way to a push"
              + " certificate.");
    }
    HttpRequest post =
        HttpRequest.newBuilder(uri())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body(email, request, certificate)))
            .build();
    requireSuccess(answer(post));
  }

  private URI uri() {
    try {
      URI uri = URI.create(address);
      if ("https".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw MdmException.conflict(
        "apns.bad_mdmcert_url", "mdmcert.url in etc/io.pomona.apns.cfg must begin with https://.");
  }

  private String body(String email, String request, String certificate) {
    return "{\"csr\":\"%s\",\"email\":%s,\"key\":%s,\"encrypt\":\"%s\"}"
        .formatted(
            base64(request),
            JsonText.of(email),
            JsonText.of(key.revealText()),
            base64(certificate));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static BodySubscriber<String> text() {
    return BodySubscribers.mapping(
        new BoundedBody(LONGEST_ANSWER), bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private String answer(HttpRequest post) {
    CompletableFuture<HttpResponse<String>> sent = client().sendAsync(post, info -> text());
    try {
      HttpResponse<String> answer = sent.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (answer.statusCode() / 100 == 3 || answer.statusCode() >= 500) {
        throw away("it answered with status " + answer.statusCode());
      }
      return answer.body();
    } catch (ExecutionException e) {
      throw away("the connection failed").causedBy(e);
    } catch (TimeoutException e) {
      sent.cancel(true);
      throw away("no answer within " + patience.toSeconds() + " seconds").causedBy(e);
    } catch (InterruptedException e) {
      sent.cancel(true);
      Thread.currentThread().interrupt();
      throw away("the server is stopping").causedBy(e);
    }
  }

  private HttpClient client() {
    HttpClient.Builder builder =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).connectTimeout(CONNECT);
    trust.map(TrustFile::context).ifPresent(builder::sslContext);
    return builder.build();
  }

  private MdmException away(String why) {
    return MdmException.unavailable(
        "apns.mdmcert_away",
        "%s cannot be asked: %s. Try again later; should its mail come all the same, open it."
            .formatted(host(), why));
  }

  private static void requireSuccess(String answer) {
    if (!SUCCESS.matcher(answer).find()) {
      Matcher reason = REASON.matcher(answer);
      String words =
          reason.find() ? reason.group(1).replaceAll("[\\p{Cntrl}\\\\]", " ") : "no reason";
      throw MdmException.invalid(
          "apns.mdmcert_refused",
          "email_address",
          "mdmcert.download refuses the request: %s. The e-mail address must be registered there, and the key of the product valid."
              .formatted(words));
    }
  }
}
