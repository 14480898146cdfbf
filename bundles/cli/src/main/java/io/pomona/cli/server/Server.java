package io.pomona.cli.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.pomona.cli.Failure;
import io.pomona.cli.context.Context;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLException;

/** The admin API of one context. Everything but a 2xx is a {@link Failure} with a sentence. */
public final class Server {
  private static final String BASE = "/api/v1";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Context context;
  private final URI address;
  private final HttpClient client;

  private Server(Context context) {
    this.context = context;
    this.address = Address.parse(context.address());
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .sslContext(TlsTrust.of(context))
            .build();
  }

  public static Server of(Context context) {
    return new Server(context);
  }

  /** Where a browser finds this path of the API. */
  public URI at(String path) {
    return address.resolve(BASE + path);
  }

  public JsonNode get(String path) {
    return json(send(request(path).GET()));
  }

  public byte[] download(String path) {
    return send(request(path).GET());
  }

  public JsonNode post(String path, Map<String, ?> body) {
    return method("POST", path, body);
  }

  public JsonNode delete(String path) {
    return json(send(request(path).DELETE()));
  }

  public JsonNode method(String method, String path, Map<String, ?> body) {
    return json(
        send(request(path).header("Content-Type", "application/json").method(method, json(body))));
  }

  public JsonNode upload(String path, UploadForm form) {
    return upload("POST", path, form);
  }

  public JsonNode upload(String method, String path, UploadForm form) {
    return json(
        send(
            request(path)
                .header("Content-Type", form.contentType())
                .method(method, BodyPublishers.ofByteArray(form.bytes()))));
  }

  /** Sends a file as it is read; it may be larger than memory. */
  public JsonNode upload(String path, String field, String fileName, Path file) {
    UploadForm form = new UploadForm().file(field, fileName, new byte[0]);
    try {
      return json(
          send(
              request(path)
                  .timeout(Duration.ofHours(1))
                  .header("Content-Type", form.contentType())
                  .POST(form.around(file))));
    } catch (FileNotFoundException e) {
      throw new Failure(Failure.Kind.FILE, "Cannot read " + file + ".", e);
    }
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(at(path)).timeout(Duration.ofMinutes(2));
    return context.token().isEmpty()
        ? request
        : request.header("Authorization", "Bearer " + context.token());
  }

  private byte[] send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
      if (answer.statusCode() / 100 != 2) {
        throw Refusal.of(answer.statusCode(), answer.body(), context);
      }
      return answer.body();
    } catch (SSLException e) {
      throw unreachable("Cannot trust " + address + ": " + e.getMessage() + ". See --rootca.", e);
    } catch (ConnectException e) {
      throw unreachable("Nobody answers at " + address + ": is the server up?", e);
    } catch (IOException e) {
      throw unreachable("No answer from " + address + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable("Interrupted.", e);
    }
  }

  private static Failure unreachable(String sentence, Exception cause) {
    return new Failure(Failure.Kind.UNREACHABLE, sentence, cause);
  }

  private static BodyPublisher json(Map<String, ?> body) {
    try {
      return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private JsonNode json(byte[] body) {
    try {
      return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
    } catch (IOException e) {
      throw unreachable("What answers at " + address + " is not Pomona: no JSON.", e);
    }
  }
}
