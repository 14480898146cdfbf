package io.pomona.organization.rest;

import io.pomona.api.PageRequest;
import io.pomona.api.organization.Activity;
import io.pomona.api.organization.ActivityFilter;
import io.pomona.api.organization.ActivityStore;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.ws.rs.core.StreamingOutput;

/** Activities, newest first, written page by page: never more than one is in memory. */
final class ActivityExport implements StreamingOutput {
  static final int PAGE = 1000;

  private final ActivityStore activities;
  private final ActivityFilter filter;
  private final ExportFormat format;

  ActivityExport(ActivityStore activities, ActivityFilter filter, ExportFormat format) {
    this.activities = activities;
    this.filter = filter;
    this.format = format;
  }

  @Override
  public void write(OutputStream output) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
    writer.write(format.head());
    List<Activity> page = activities.newest(filter, PageRequest.first(PAGE));
    while (!page.isEmpty()) {
      for (Activity activity : page) {
        writer.write(format.line(activity));
      }
      long last = page.get(page.size() - 1).id();
      page =
          page.size() < PAGE
              ? List.of()
              : activities.newest(filter, new PageRequest(last, 0, PAGE));
    }
    writer.flush();
  }
}
