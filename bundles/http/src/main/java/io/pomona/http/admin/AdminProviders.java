package io.pomona.http.admin;

import com.fasterxml.jackson.jaxrs.json.JacksonJsonProvider;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Sessions;
import io.pomona.http.download.Downloads;
import io.pomona.http.error.UnreadAnswer;
import java.util.List;

/** What reads, checks and writes on the admin side. */
public final class AdminProviders {
  private static final int DOWNLOADS = 8;

  private AdminProviders() {}

  public static List<Object> all(Sessions sessions, Access access) {
    return List.of(
        new CanonicalPaths(),
        new Authentication(sessions),
        new Authorization(access),
        new ActorContext(),
        new JacksonJsonProvider(JsonFormat.mapper()),
        new MultipartFormReader(),
        new FormStreamReader(),
        new Downloads(DOWNLOADS),
        new UnreadAnswer(),
        new AdminErrors(),
        new SecurityHeaders());
  }
}
