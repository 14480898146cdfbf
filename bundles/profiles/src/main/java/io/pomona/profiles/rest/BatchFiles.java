package io.pomona.profiles.rest;

import io.pomona.api.MdmException;
import io.pomona.profiles.ProfileSets.SetFile;
import io.pomona.profiles.rest.BatchProfileResource.BatchRequest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The files of a batch, in each of the forms that clients have sent them in over the years. */
final class BatchFiles {
  private BatchFiles() {}

  static List<SetFile> of(BatchRequest request) {
    Object said = request == null ? null : request.profiles();
    List<SetFile> files = new ArrayList<>();
    if (said instanceof List<?> list) {
      list.forEach(one -> files.add(entry("profiles[" + files.size() + "]", one)));
    } else if (said instanceof Map<?, ?> byName) {
      byName.forEach((name, content) -> files.add(file(String.valueOf(name), content)));
    } else {
      throw MdmException.malformed(
          "profiles.no_profiles", "Send the list profiles; an empty one takes all away.");
    }
    return files;
  }

  private static SetFile entry(String field, Object entry) {
    return entry instanceof Map<?, ?> keys
        ? file(field, keys.containsKey("contents") ? keys.get("contents") : keys.get("profile"))
        : file(field, entry);
  }

  private static SetFile file(String field, Object content) {
    try {
      return new SetFile(field, Base64.getDecoder().decode(String.valueOf(content)));
    } catch (IllegalArgumentException e) {
      throw MdmException.invalid("profiles.bad_base64", field, field + " is no Base64.");
    }
  }
}
