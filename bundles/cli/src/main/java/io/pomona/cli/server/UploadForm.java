package io.pomona.cli.server;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
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

  byte[] bytes() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(parts.toByteArray());
    all.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return all.toByteArray();
  }
}
