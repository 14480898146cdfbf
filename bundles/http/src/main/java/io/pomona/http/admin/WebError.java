package io.pomona.http.admin;

import io.pomona.http.error.ErrorAnswer;
import java.util.List;

/** What JAX-RS itself refuses, in our words. */
record WebError(int status, String title, String code, String reason) {
  static WebError of(int status) {
    return switch (status) {
      case 404 ->
          new WebError(
              404, "Resource Not Found", "http.not_found", "There is nothing at this path.");
      case 405 ->
          new WebError(
              405, "Method Not Allowed", "http.method", "This path does not take this method.");
      case 406 ->
          new WebError(406, "Not Acceptable", "http.accept", "The answer is application/json.");
      case 415 ->
          new WebError(
              415,
              "Unsupported Media Type",
              "http.media_type",
              "The body has another Content-Type than expected.");
      default ->
          new WebError(status, "Bad request", "http.bad_request", "The request cannot be read.");
    };
  }

  ErrorAnswer answer() {
    return AdminErrors.written(
        status, new ErrorBody(title, List.of(new ErrorBody.Item("base", reason)), code, ""));
  }
}
