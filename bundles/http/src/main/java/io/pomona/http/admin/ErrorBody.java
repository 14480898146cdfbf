package io.pomona.http.admin;

import java.util.List;

/** Every error of the admin API. Clients of the reference show message and the first reason. */
public record ErrorBody(String message, List<Item> errors, String code, String uuid) {
  /** One field and what is wrong with it; {@code base} when it is none in particular. */
  public record Item(String name, String reason) {}
}
