package io.pomona.protocol.command;

import io.pomona.protocol.plist.PlistDict;
import java.util.List;

/**
 * Where a Mac finds a signed flat package, and how it knows that what came is that.
 *
 * @param title shown while it is installed
 * @param chunkSize bytes that are hashed at a time, the last ones being fewer
 * @param sha256s of each chunk in order, in lower-case hexadecimal
 * @see <a href="https://developer.apple.com/documentation/devicemanagement/manifesturl">Apple's
 *     manifest</a>
 */
public record PackageManifest(
    String url, String identifier, String title, long chunkSize, List<String> sha256s) {
  public PackageManifest {
    sha256s = List.copyOf(sha256s);
  }

  PlistDict dict() {
    PlistDict asset =
        PlistDict.builder()
            .put("kind", "software-package")
            .put("sha256-size", chunkSize)
            .put("sha256s", sha256s)
            .put("url", url)
            .build();
    PlistDict metadata =
        PlistDict.builder()
            .put("bundle-identifier", identifier)
            .put("bundle-version", "1.0.0")
            .put("kind", "software")
            .put("title", title)
            .build();
    PlistDict item =
        PlistDict.builder().put("assets", List.of(asset)).put("metadata", metadata).build();
    return PlistDict.builder().put("items", List.of(item)).build();
  }
}
