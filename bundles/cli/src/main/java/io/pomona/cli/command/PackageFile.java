package io.pomona.cli.command;

import io.pomona.cli.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;

/**
 * A bootstrap package on this machine, fetched before if it is elsewhere.
 *
 * @param name of the file
 * @param fetched whether the file goes when this is closed
 */
record PackageFile(String name, Path path, boolean fetched) implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  /**
   * @param location a URL, or a path as seen from the folder
   */
  static PackageFile of(String location, Path folder) {
    return location.matches("(?i)https?://.*") ? fetch(location) : local(location, folder);
  }

  private static PackageFile local(String location, Path folder) {
    try {
      Path path = folder.resolve(location);
      if (Files.isRegularFile(path) && Files.isReadable(path)) {
        return new PackageFile(path.getFileName().toString(), path, false);
      }
    } catch (InvalidPathException e) {
      // as if there were none
    }
    throw new Failure(
        Failure.Kind.FILE, "Cannot read " + location + ", looked for in " + folder + ".");
  }

  private static PackageFile fetch(String location) {
    try {
      URI address = URI.create(location);
      Path file = Files.createTempFile("pomonactl", ".pkg");
      HttpResponse<Path> answer =
          HttpClient.newBuilder()
              .followRedirects(HttpClient.Redirect.NORMAL)
              .build()
              .send(
                  HttpRequest.newBuilder(address).timeout(PATIENCE).build(),
                  BodyHandlers.ofFile(file));
      PackageFile fetched = new PackageFile(name(address), file, true);
      if (answer.statusCode() != 200) {
        fetched.close();
        throw unreachable(location, "it answers " + answer.statusCode(), null);
      }
      return fetched;
    } catch (IOException | IllegalArgumentException e) {
      throw unreachable(location, String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable(location, "interrupted", e);
    }
  }

  private static String name(URI address) {
    String path = address.getPath() == null ? "" : address.getPath();
    String name = path.substring(path.lastIndexOf('/') + 1);
    return name.isEmpty() ? "bootstrap.pkg" : name;
  }

  private static Failure unreachable(String location, String why, Exception cause) {
    return new Failure(
        Failure.Kind.UNREACHABLE, "Cannot fetch " + location + ": " + why + ".", cause);
  }

  /** In base64, as the server tells it. */
  String sha256() {
    try (InputStream in = Files.newInputStream(path);
        DigestInputStream digest =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      digest.transferTo(OutputStream.nullOutputStream());
      return Base64.getEncoder().encodeToString(digest.getMessageDigest().digest());
    } catch (IOException e) {
      throw new Failure(Failure.Kind.FILE, "Cannot read " + path + ".", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    if (fetched) {
      path.toFile().delete();
    }
  }
}
