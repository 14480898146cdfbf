package io.pomona.organization.oidc;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import io.pomona.organization.outbound.CallRule;
import io.pomona.organization.outbound.GuardedSockets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

/**
 * How the provider is called: only where the rule allows, without redirects, with limits of size
 * and time. Directly, never by a proxy, which would look names up anew.
 */
final class OutboundHttp implements HTTPRequestSender, ResourceRetriever {
  static final int MOST_BYTES = 256 * 1024;
  private static final int CONNECT_MILLIS = 5_000;
  private static final int READ_MILLIS = 5_000;
  private static final Duration WHOLE = Duration.ofSeconds(15);

  private final CallRule rule;
  private final SSLSocketFactory sockets;

  OutboundHttp(CallRule rule, SSLSocketFactory tls) {
    this.rule = rule;
    this.sockets = new GuardedSockets(tls, rule);
  }

  String get(URI address) throws IOException {
    HTTPRequest request = new HTTPRequest(HTTPRequest.Method.GET, address);
    request.setAccept("application/json");
    ReadOnlyHTTPResponse answer = send(request);
    if (answer.getStatusCode() != 200) {
      throw new IOException("The provider answered " + answer.getStatusCode() + ".");
    }
    return answer.getBody();
  }

  @Override
  public Resource retrieveResource(URL address) throws IOException {
    return new Resource(get(URI.create(address.toString())), "application/json");
  }

  @Override
  public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
    HttpURLConnection connection = open(request.getURI());
    try {
      connection.setRequestMethod(request.getMethod().name());
      request
          .getHeaderMap()
          .forEach((name, values) -> connection.setRequestProperty(name, values.get(0)));
      // A connection that is kept may have ended, and a code must not be sent twice.
      connection.setRequestProperty("Connection", "close");
      write(connection, request.getBody());
      return read(connection);
    } finally {
      connection.disconnect();
    }
  }

  private HttpURLConnection open(URI address) throws IOException {
    rule.requireCallable(address);
    HttpURLConnection connection =
        (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
    if (connection instanceof HttpsURLConnection secure) {
      secure.setSSLSocketFactory(sockets);
    }
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(READ_MILLIS);
    return connection;
  }

  private static void write(HttpURLConnection connection, String body) throws IOException {
    if (body != null) {
      connection.setDoOutput(true);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static ReadOnlyHTTPResponse read(HttpURLConnection connection) throws IOException {
    long deadline = System.nanoTime() + WHOLE.toNanos();
    HTTPResponse answer = new HTTPResponse(connection.getResponseCode());
    try {
      if (connection.getContentType() != null) {
        answer.setContentType(connection.getContentType());
      }
    } catch (ParseException e) {
      throw new IOException("The provider's answer has no proper Content-Type.", e);
    }
    InputStream body =
        answer.getStatusCode() >= 400 ? connection.getErrorStream() : connection.getInputStream();
    if (body != null) {
      try (body) {
        answer.setBody(text(body, deadline));
      }
    }
    return answer;
  }

  private static String text(InputStream body, long deadline) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] some = new byte[8192];
    for (int read = body.read(some); read >= 0; read = body.read(some)) {
      all.write(some, 0, read);
      if (all.size() > MOST_BYTES || System.nanoTime() > deadline) {
        throw new IOException("The provider's answer is too long.");
      }
    }
    return all.toString(StandardCharsets.UTF_8);
  }
}
