package io.pomona.enrollment.links;

import io.pomona.api.MdmException.FieldError;
import io.pomona.api.enrollment.NewHost;
import io.pomona.api.organization.TeamId;
import java.util.Locale;
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
  private static final Pattern SERIAL = Pattern.compile("[A-Z0-9-]{4,64}");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

  public HostLine {
    // As Macs write it; people and their spreadsheets do not always.
    serialNumber = serialNumber.strip().toUpperCase(Locale.ROOT);
    name = name.strip();
    team = team.strip();
    email = email.strip();
  }

  NewHost host(Optional<TeamId> where) {
    return new NewHost(serialNumber, name, where, email);
  }

  /** What is wrong with it. */
  Optional<FieldError> fault() {
    if (!SERIAL.matcher(serialNumber).matches()) {
      return Optional.of(
          new FieldError("serial", "Write the serial number: 4 to 64 letters and digits."));
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
