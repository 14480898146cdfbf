package io.pomona.organization;

import io.pomona.api.MdmException;
import io.pomona.api.Secret;
import io.pomona.api.organization.OrganizationSettings;
import io.pomona.api.organization.Role;
import io.pomona.api.organization.Sessions;
import io.pomona.api.organization.Sessions.Session;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first set-up of an organization. */
@Component(service = Setup.class)
public final class Setup {
  private static final Logger LOG = LoggerFactory.getLogger(Setup.class);

  private final Accounts accounts;
  private final Sessions sessions;

  @Activate
  public Setup(@Reference Accounts accounts, @Reference Sessions sessions) {
    this.accounts = accounts;
    this.sessions = sessions;
  }

  /** The body of the request, as the reference's clients send it. */
  public record SetupRequest(AdminPart admin, OrgInfo orgInfo, String serverUrl) {}

  /** The first admin. */
  public record AdminPart(String email, String name, String password) {
    @Override
    public String toString() {
      return "AdminPart[" + email + "]";
    }
  }

  /** The organization. */
  public record OrgInfo(String orgName) {}

  /** Whether there is nobody yet. */
  public boolean needed() {
    return !accounts.isSetUp();
  }

  /**
   * Sets up and logs the admin in.
   *
   * @throws MdmException not found when it was done before
   */
  public Session run(SetupRequest request, String source) {
    if (accounts.isSetUp()) {
      throw MdmException.notFound(
          "organization.already_set_up", "Pomona has already been set up. Log in instead.");
    }
    AdminPart admin = required(request == null ? null : request.admin(), "admin");
    String password = required(admin.password(), "admin.password");
    Accounts.Draft draft =
        new Accounts.Draft(
            Optional.ofNullable(admin.name()).filter(n -> !n.isBlank()).orElse("Admin"),
            required(admin.email(), "admin.email"),
            password,
            Roles.everywhere(Role.ADMIN));
    accounts.setUp(draft, settings(request));
    LOG.info("The organization was set up");
    return sessions.logIn(admin.email(), Secret.of(password), source);
  }

  private static OrganizationSettings settings(SetupRequest request) {
    String name =
        Optional.ofNullable(request.orgInfo())
            .map(OrgInfo::orgName)
            .map(String::strip)
            .filter(n -> !n.isEmpty())
            .orElseThrow(() -> missing("org_info.org_name"));
    return new OrganizationSettings(
        name, ServerUrl.require(required(request.serverUrl(), "server_url")));
  }

  private static <T> T required(T value, String field) {
    return Optional.ofNullable(value).orElseThrow(() -> missing(field));
  }

  private static MdmException missing(String field) {
    return MdmException.invalid(
        "organization.missing", field, "The field " + field + " is missing.");
  }
}
