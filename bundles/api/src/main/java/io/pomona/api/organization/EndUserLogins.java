package io.pomona.api.organization;

import io.pomona.api.Secret;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets a person prove to the provider of identities who they are, in a browser, without an account
 * here: neither an account nor a session comes of it. Blocks while it asks the provider.
 */
public interface EndUserLogins {
  /** What the provider is called; empty while there is none. */
  Optional<String> name();

  /**
   * Begins a login.
   *
   * @param browser at least 256 random bits that only this browser has, the same until the end
   * @param callback where the provider sends the browser back to; it has to be registered there
   * @throws io.pomona.api.MdmException not found {@code organization.sso_off} without a provider;
   *     unavailable when it cannot be reached
   */
  Begun begin(Secret browser, URI callback);

  /**
   * Ends it. Whether the state is that of the login which this browser began is the caller's
   * question, before this.
   *
   * @param callback the one that the login began with
   * @throws io.pomona.api.MdmException forbidden when the provider does not vouch for the person,
   *     or the e-mail address is not let in here; unavailable when it cannot be reached
   */
  PersonAtProvider finish(Answer answer, Secret browser, URI callback);

  /**
   * @param location where the browser has to go
   * @param stateSha256 by which the answer is known again
   */
  record Begun(URI location, String stateSha256) {}

  /**
   * What the browser brings back; empty text for what it does not.
   *
   * @param issuer the provider as it names itself
   */
  record Answer(Secret state, String code, String issuer) {
    /** Of the query. What is there twice counts as missing. */
    public static Answer of(Map<String, List<String>> query) {
      return new Answer(Secret.of(one(query, "state")), one(query, "code"), one(query, "iss"));
    }

    private static String one(Map<String, List<String>> query, String name) {
      List<String> values = query.getOrDefault(name, List.of());
      return values.size() == 1 ? values.get(0) : "";
    }

    @Override
    public String toString() {
      return "Answer[]";
    }
  }

  /**
   * @param email lower case; verified by the provider
   * @param name empty text when the provider does not say
   */
  record PersonAtProvider(String email, String name) {}
}
