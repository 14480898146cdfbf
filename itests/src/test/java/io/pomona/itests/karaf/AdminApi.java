package io.pomona.itests.karaf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The admin API as a client sees it: TLS with the server's root, JSON, a bearer token. */
public final class AdminApi {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI server;
  private final HttpClient client;
  private final String token;

  private AdminApi(URI server, HttpClient client, String token) {
    this.server = server;
    this.client = client;
    this.token = token;
  }

  /**
   * @param rootPem the certificate that the server's own was issued by
   */
  public static AdminApi at(URI server, Path rootPem) {
    try {
      HttpClient client =
          HttpClient.newBuilder()
              .sslContext(trusting(Files.readAllBytes(rootPem)))
              .connectTimeout(Duration.ofSeconds(5))
              .build();
      return new AdminApi(server, client, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SSLContext trusting(byte[] pem) throws IOException {
    try {
      KeyStore trust = KeyStore.getInstance(KeyStore.getDefaultType());
      trust.load(null, null);
      trust.setCertificateEntry(
          "root",
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(pem)));
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(trust);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same server as somebody else. */
  public AdminApi as(String otherToken) {
    return new AdminApi(server, client, otherToken);
  }

  public URI server() {
    return server;
  }

  public String token() {
    return token;
  }

  /** What was answered. */
  public record Answer(int status, HttpHeaders headers, byte[] body) {
    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new UncheckedIOException(text(), e);
      }
    }

    /** Itself, when the status is 2xx. */
    public Answer ok() {
      if (status / 100 != 2) {
        throw new AssertionError(status + " " + text());
      }
      return this;
    }
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  public Answer post(String path, Map<String, ?> body) {
    return method("POST", path, body);
  }

  public Answer put(String path, Map<String, ?> body) {
    return method("PUT", path, body);
  }

  public Answer method(String method, String path, Map<String, ?> body) {
    try {
      return send(
          request(path)
              .header("Content-Type", "application/json")
              .method(method, BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Uploads one file as a form. */
  public Answer upload(String path, String field, String fileName, byte[] content) {
    return upload(path, Map.of(), field, fileName, content);
  }

  /** By another method than POST. */
  public Answer upload(String method, String path, String field, String fileName, byte[] content) {
    return send(method, path, form(Map.of(), field, fileName, content));
  }

  /** Uploads one file with other fields. */
  public Answer upload(
      String path, Map<String, String> fields, String field, String fileName, byte[] content) {
    return send("POST", path, form(fields, field, fileName, content));
  }

  private static byte[] form(
      Map<String, String> fields, String field, String fileName, byte[] content) {
    StringBuilder others = new StringBuilder();
    fields.forEach(
        (name, value) ->
            others.append(
                "--pomona\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(name, value)));
    String head =
        others
            + "--pomona\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
                .formatted(field, fileName)
            + "Content-Type: application/octet-stream\r\n\r\n";
    byte[] start = head.getBytes(StandardCharsets.UTF_8);
    byte[] end = "\r\n--pomona--\r\n".getBytes(StandardCharsets.UTF_8);
    byte[] body = new byte[start.length + content.length + end.length];
    System.arraycopy(start, 0, body, 0, start.length);
    System.arraycopy(content, 0, body, start.length, content.length);
    System.arraycopy(end, 0, body, start.length + content.length, end.length);
    return body;
  }

  private Answer send(String method, String path, byte[] form) {
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=pomona")
            .method(method, BodyPublishers.ofByteArray(form)));
  }

  public HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(path)).timeout(Duration.ofSeconds(30));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  public Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
      return new Answer(answer.statusCode(), answer.headers(), answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
