package io.pomona.simulator.mac;

import io.pomona.simulator.wire.Call;
import io.pomona.simulator.wire.Plist;
import io.pomona.simulator.wire.Reply;
import io.pomona.simulator.wire.Wire;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Fetches what InstallEnterpriseApplication names. A real Mac acknowledges before it downloads and
 * keeps to itself that a hash was wrong; here the answer tells.
 */
final class EnterpriseApplication {

  private static final Map<String, String> DIGESTS = Map.of("sha256", "SHA-256", "md5", "MD5");
  private static final byte[] XAR = "xar!".getBytes(StandardCharsets.US_ASCII);

  private final Wire wire;

  EnterpriseApplication(Wire wire) {
    this.wire = wire;
  }

  /** Refused in words that say what is wrong. */
  MacApplication fetch(Plist arguments) throws IOException {
    Plist item = first(manifest(arguments), "items");
    Plist asset =
        item.dictionaries("assets").stream()
            .filter(it -> it.text("kind").filter("software-package"::equals).isPresent())
            .findFirst()
            .orElseThrow(() -> new IOException("The manifest has no software-package"));
    byte[] content = get(asset.text("url").orElse(""));
    check(asset, content);
    if (content.length < XAR.length || !Arrays.equals(Arrays.copyOf(content, XAR.length), XAR)) {
      throw new IOException("The package is no product archive");
    }
    return application(item, content.length, arguments.flag("InstallAsManaged"));
  }

  private Plist manifest(Plist arguments) throws IOException {
    if (arguments.dictionary("Manifest").isPresent()) {
      return arguments.dictionary("Manifest").get();
    }
    return Plist.read(get(arguments.text("ManifestURL").orElse("")));
  }

  private byte[] get(String url) throws IOException {
    if (!url.startsWith("https://")) {
      throw new IOException("Only https is downloaded from, not '" + url + "'");
    }
    Reply reply = wire.send(Call.get(URI.create(url)));
    if (!reply.ok()) {
      throw new IOException("Downloading was answered with " + reply.status());
    }
    return reply.body();
  }

  private static Plist first(Plist from, String key) throws IOException {
    return from.dictionaries(key).stream()
        .findFirst()
        .orElseThrow(() -> new IOException("The manifest has no " + key));
  }

  /** Each stretch of the package has a hash of its own. */
  private static void check(Plist asset, byte[] content) throws IOException {
    boolean checked = false;
    for (Map.Entry<String, String> digest : DIGESTS.entrySet()) {
      List<String> hashes = asset.texts(digest.getKey() + "s");
      if (!hashes.isEmpty()) {
        int size = (int) asset.number(digest.getKey() + "-size", content.length);
        check(digest.getValue(), hashes, Math.max(1, size), content);
        checked = true;
      }
    }
    if (!checked) {
      throw new IOException("The manifest has no hashes");
    }
  }

  private static void check(String algorithm, List<String> hashes, int size, byte[] content)
      throws IOException {
    int parts = (content.length + size - 1) / size;
    if (parts != hashes.size()) {
      throw new IOException("The manifest hashes " + hashes.size() + " parts of " + parts);
    }
    for (int i = 0; i < parts; i++) {
      int end = Math.min(content.length, (i + 1) * size);
      String found = hash(algorithm, Arrays.copyOfRange(content, i * size, end));
      if (!found.equalsIgnoreCase(hashes.get(i))) {
        throw new IOException("A hash of the manifest is not that of the package");
      }
    }
  }

  private static String hash(String algorithm, byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MacApplication application(Plist item, long size, boolean managed)
      throws IOException {
    Plist about =
        item.dictionary("metadata")
            .orElseThrow(() -> new IOException("The manifest has no metadata"));
    String identifier =
        about
            .text("bundle-identifier")
            .orElseThrow(() -> new IOException("The manifest has no bundle-identifier"));
    return new MacApplication(
        identifier,
        about.text("title").orElse(identifier),
        about.text("bundle-version").orElse(""),
        size,
        managed);
  }
}
