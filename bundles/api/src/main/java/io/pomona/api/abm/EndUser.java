package io.pomona.api.abm;

import java.time.Instant;
import java.util.Set;

/**
 * The person who set a Mac up, as the organization's identity provider named them.
 *
 * @param userName short name for the first account of the Mac: the part before the @ of the address
 *     where macOS takes that, else what is left of it
 */
public record EndUser(String fullName, String userName, String email, Instant loggedInAt) {
  private static final Set<String> RESERVED =
      Set.of("root", "daemon", "nobody", "guest", "shared", "system", "console", "admin");

  /**
   * Whether the account may be fixed to this name: no other was meant, and macOS has none of it.
   */
  public boolean hasOwnName() {
    return email.regionMatches(true, 0, userName + "@", 0, userName.length() + 1)
        && !RESERVED.contains(userName);
  }
}
