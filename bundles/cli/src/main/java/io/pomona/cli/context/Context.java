package io.pomona.cli.context;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One server and who we are there. Empty texts are what has not been set.
 *
 * @param address for example https://mdm.example.com
 * @param rootCa a PEM file with the only authority to trust; empty trusts what Java trusts
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Context(
    @JsonProperty("address") String address,
    @JsonProperty("email") String email,
    @JsonProperty("token") String token,
    @JsonProperty("rootca") String rootCa,
    @JsonProperty("tls-skip-verify") boolean skipVerify) {
  static final Context EMPTY = new Context("", "", "", "", false);

  public Context {
    address = orEmpty(address);
    email = orEmpty(email);
    token = orEmpty(token);
    rootCa = orEmpty(rootCa);
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  public Context withAddress(String other) {
    return new Context(other, email, token, rootCa, skipVerify);
  }

  public Context withEmail(String other) {
    return new Context(address, other, token, rootCa, skipVerify);
  }

  public Context withToken(String other) {
    return new Context(address, email, other, rootCa, skipVerify);
  }

  public Context withRootCa(String other) {
    return new Context(address, email, token, other, skipVerify);
  }

  public Context withSkipVerify(boolean other) {
    return new Context(address, email, token, rootCa, other);
  }

  /** Without what must not be shown. */
  @Override
  public String toString() {
    return address + " as " + email;
  }
}
