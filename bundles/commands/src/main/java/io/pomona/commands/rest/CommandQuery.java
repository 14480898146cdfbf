package io.pomona.commands.rest;

import io.pomona.api.PageRequest;
import java.util.Optional;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.QueryParam;

/** Which part of the list is wanted; orders other than newest first are not offered. */
public final class CommandQuery {
  private final long after;
  private final int page;
  private final int perPage;
  private final Optional<String> host;

  public CommandQuery(
      @QueryParam("after") @DefaultValue("0") long after,
      @QueryParam("page") @DefaultValue("0") int page,
      @QueryParam("per_page") @DefaultValue("100") int perPage,
      @QueryParam("host_identifier") String host) {
    this.after = after;
    this.page = page;
    this.perPage = perPage;
    this.host = Optional.ofNullable(host).filter(text -> !text.isEmpty());
  }

  Optional<String> host() {
    return host;
  }

  PageRequest page() {
    long offset = (long) page * perPage;
    return new PageRequest(after, offset > Integer.MAX_VALUE ? -1 : (int) offset, perPage);
  }
}
