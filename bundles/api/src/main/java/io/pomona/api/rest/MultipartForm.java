package io.pomona.api.rest;

import java.util.Map;
import java.util.Optional;

/**
 * A {@code multipart/form-data} body, read whole and within the limits of the admin side. A
 * resource takes it as its entity parameter.
 */
public record MultipartForm(Map<String, String> fields, Map<String, UploadedFile> files) {
  public MultipartForm {
    fields = Map.copyOf(fields);
    files = Map.copyOf(files);
  }

  public Optional<String> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  public Optional<UploadedFile> file(String name) {
    return Optional.ofNullable(files.get(name));
  }
}
