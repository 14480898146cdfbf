package io.pomona.organization.oidc;

import io.pomona.api.MdmException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Where a login ends: a page of this server, or a command line that listens on the machine of the
 * browser (RFC 8252). Nowhere else.
 *
 * @param address a path of this server, or the address of the listener
 * @param verifierSha256 empty text for a page
 */
public record SsoTarget(String address, String verifierSha256) {
  private static final int LONGEST = 512;
  private static final Pattern PAGE =
      Pattern.compile("/(?!/)(?:(?!//)[A-Za-z0-9._~!$&'()*+,;=:@%/?#-])*");
  private static final Pattern LISTENER =
      Pattern.compile("http://(?:127\\.0\\.0\\.1|\\[::1]):[1-9][0-9]{0,4}/[A-Za-z0-9_-]{0,64}");
  private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

  /**
   * @param next empty text for the first page
   */
  public static SsoTarget page(String next) {
    String path = next.isEmpty() ? "/" : next;
    if (path.length() > LONGEST || !PAGE.matcher(path).matches() || !isAddress(path)) {
      throw MdmException.invalid(
          "organization.bad_next", "next", "Give a path of this server that begins with one /.");
    }
    return new SsoTarget(path, "");
  }

  /** It is one only at the end, when the login is done: too late to find out. */
  private static boolean isAddress(String path) {
    try {
      new URI(path);
      return true;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /**
   * @param challenge SHA-256 of what the command line will show, in base64url
   */
  public static SsoTarget listener(String address, String challenge) {
    if (!LISTENER.matcher(address).matches()) {
      throw MdmException.invalid(
          "organization.bad_redirect",
          "redirect_uri",
          "Give an address like http://127.0.0.1:49152/ on the machine of the browser.");
    }
    if (!CHALLENGE.matcher(challenge).matches()) {
      throw MdmException.invalid(
          "organization.bad_challenge",
          "code_challenge",
          "Give the SHA-256 of the verifier in base64url without padding.");
    }
    return new SsoTarget(
        address, HexFormat.of().formatHex(Base64.getUrlDecoder().decode(challenge)));
  }

  boolean isListener() {
    return !verifierSha256.isEmpty();
  }
}
