package io.pomona.enrollment.links;

import io.pomona.api.MdmException.FieldError;
import io.pomona.api.enrollment.NewHost;
import io.pomona.api.organization.TeamId;
import io.pomona.enrollment.SerialNumber;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Mac as a form or a line of a file names it; empty text for what it does not say.
 *
 * @param number of the line
 * @param team its name
 */
public record HostLine(int number, String serialNumber, String name, String team, String email) {
  private static final int LONGEST = 255;
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

  public HostLine {
    serialNumber = new SerialNumber(serialNumber).text();
    name = name.strip();
    team = team.strip();
    email = email.strip();
  }

  NewHost host(Optional<TeamId> where) {
    return new NewHost(serialNumber, name, where, email);
  }

  /** What is wrong with it. */
  Optional<FieldError> fault() {
    Optional<String> serial = new SerialNumber(serialNumber).fault();
    if (serial.isPresent()) {
      return serial.map(why -> new FieldError("serial", why));
    }
    if (name.length() > LONGEST) {
      return Optional.of(new FieldError("name", "The name is longer than 255 characters."));
    }
    boolean address =
        email.isEmpty() || email.length() <= LONGEST && EMAIL.matcher(email).matches();
    return address
        ? Optional.empty()
        : Optional.of(new FieldError("email", "This is no e-mail address."));
  }
}
