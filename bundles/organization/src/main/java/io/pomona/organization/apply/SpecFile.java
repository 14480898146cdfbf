package io.pomona.organization.apply;

import java.util.Map;

/**
 * A file that is applied.
 *
 * @param name as the client calls it
 * @param content YAML, one document or several
 * @param attachments the files that it refers to, by path as it writes them
 */
public record SpecFile(String name, String content, Map<String, byte[]> attachments) {
  public SpecFile {
    attachments = Map.copyOf(attachments);
  }

  @Override
  public String toString() {
    return "SpecFile[" + name + "]";
  }
}
