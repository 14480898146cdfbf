package io.pomona.abm.apple;

import io.pomona.api.BoundedBody;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Over HTTPS by the JDK: follows nobody elsewhere and reads no more than a bound, for a time. */
final class HttpTransport implements Transport {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration WHOLE_CALL = Duration.ofSeconds(45);
  // Several times of what a page may be.
  private static final int LONGEST_ANSWER = 32 << 20;

  private final String base;
  private final String trustPem;
  private Optional<HttpClient> made = Optional.empty();

  HttpTransport(String url, String trustPem) {
    this.base = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    this.trustPem = trustPem;
  }

  /** Made when it is needed: a file that is missing is an outage of Apple's, until it is there. */
  private synchronized HttpClient http() {
    HttpClient http = made.orElseGet(this::client);
    made = Optional.of(http);
    return http;
  }

  private HttpClient client() {
    HttpClient.Builder client =
        HttpClient.newBuilder().connectTimeout(CONNECT).followRedirects(HttpClient.Redirect.NEVER);
    if (!trustPem.isBlank()) {
      client.sslContext(TrustedAuthority.of(trustPem));
    }
    return client.build();
  }

  @Override
  public String address(String path) {
    return base + path;
  }

  @Override
  public Answer send(
      String method, String path, Map<String, String> headers, Optional<byte[]> body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address(path)))
            .method(
                method, body.map(BodyPublishers::ofByteArray).orElseGet(BodyPublishers::noBody));
    headers.forEach(request::setHeader);
    CompletableFuture<HttpResponse<byte[]>> sent =
        http().sendAsync(request.build(), info -> new BoundedBody(LONGEST_ANSWER));
    try {
      HttpResponse<byte[]> answer = sent.get(WHOLE_CALL.toMillis(), TimeUnit.MILLISECONDS);
      return new Answer(answer.statusCode(), lowerCase(answer), answer.body());
    } catch (ExecutionException e) {
      throw unavailable(e.getCause().getClass().getSimpleName());
    } catch (TimeoutException e) {
      sent.cancel(true);
      throw unavailable("no answer within " + WHOLE_CALL.toSeconds() + " seconds");
    } catch (InterruptedException e) {
      sent.cancel(true);
      Thread.currentThread().interrupt();
      throw unavailable("interrupted");
    }
  }

  private static Map<String, String> lowerCase(HttpResponse<?> answer) {
    Map<String, String> headers = new HashMap<>();
    answer
        .headers()
        .map()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    return headers;
  }

  private static AppleRefusal unavailable(String what) {
    return new AppleRefusal(AppleRefusal.Kind.UNAVAILABLE, what, Optional.empty());
  }
}
