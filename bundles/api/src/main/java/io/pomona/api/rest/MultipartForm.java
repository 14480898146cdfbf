package io.pomona.api.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A {@code multipart/form-data} body, read whole and within the limits of the admin side. A
 * resource takes it as its entity parameter.
 *
 * @param files by the name of the field, the last of several
 * @param allFiles by the name of the field, in the order in which they were sent
 */
public record MultipartForm(
    Map<String, String> fields,
    Map<String, UploadedFile> files,
    Map<String, List<UploadedFile>> allFiles) {
  public MultipartForm {
    fields = Map.copyOf(fields);
    files = Map.copyOf(files);
    allFiles = Map.copyOf(allFiles);
  }

  /** With no more than one file of each name. */
  public MultipartForm(Map<String, String> fields, Map<String, UploadedFile> files) {
    this(
        fields,
        files,
        files.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue()))));
  }

  public Optional<String> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  public Optional<UploadedFile> file(String name) {
    return Optional.ofNullable(files.get(name));
  }

  /** All of this name, none when there is none. */
  public List<UploadedFile> files(String name) {
    return allFiles.getOrDefault(name, List.of());
  }
}
