package io.pomona.cli.server;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

/** A multipart form with fields and one file. */
public final class UploadForm {
  private final String boundary = "pomona-" + UUID.randomUUID();
  private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

  public UploadForm field(String name, String value) {
    return part("name=\"" + name + "\"", "text/plain", value.getBytes(StandardCharsets.UTF_8));
  }

  public UploadForm file(String name, String fileName, byte[] content) {
    String quoted = fileName.replaceAll("[\"\\r\\n]", "_");
    String disposition = "name=\"" + name + "\"; filename=\"" + quoted + "\"";
    return part(disposition, "application/octet-stream", content);
  }

  private UploadForm part(String disposition, String type, byte[] content) {
    text("--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n");
    text("Content-Type: " + type + "\r\n\r\n");
    parts.writeBytes(content);
    text("\r\n");
    return this;
  }

  private void text(String text) {
    parts.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  /** With the bytes of this file at the end of the last part, which is empty. */
  BodyPublisher around(Path file) throws FileNotFoundException {
    byte[] all = bytes();
    int tail = boundary.length() + 8;
    return BodyPublishers.concat(
        BodyPublishers.ofByteArray(all, 0, all.length - tail),
        BodyPublishers.ofFile(file),
        BodyPublishers.ofByteArray(all, all.length - tail, tail));
  }

  byte[] bytes() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(parts.toByteArray());
    all.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return all.toByteArray();
  }
}
