package io.pomona.simulator.mac.setup;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A page that a person goes on from: by its form, or else by a link. */
record HtmlPage(URI address, String html) {

  /** Where the person goes next; empty where the page is a dead end. */
  Optional<WebStep> next(SetupPerson person) {
    Optional<WebStep> link = preferredLink(person);
    return link.isPresent() ? link : form(person).or(() -> link(links().findFirst()));
  }

  private Optional<WebStep> preferredLink(SetupPerson person) {
    return link(links().filter(tag -> person.prefers(tag.text())).findFirst());
  }

  private Stream<HtmlTag> links() {
    return HtmlTag.all(html, "a").stream()
        .filter(tag -> tag.attribute("href").filter(it -> !it.startsWith("#")).isPresent());
  }

  private Optional<WebStep> link(Optional<HtmlTag> tag) {
    return tag.map(it -> WebStep.get(address.resolve(it.attribute("href").orElseThrow())));
  }

  private Optional<WebStep> form(SetupPerson person) {
    List<HtmlTag> forms = HtmlTag.all(html, "form");
    return forms.stream()
        .filter(form -> buttons(form).stream().anyMatch(tag -> preferred(tag, person)))
        .findFirst()
        .or(() -> forms.stream().findFirst())
        .map(form -> submitted(form, person));
  }

  private WebStep submitted(HtmlTag form, SetupPerson person) {
    URI target = address.resolve(form.attribute("action").filter(it -> !it.isEmpty()).orElse(""));
    if (form.attribute("action").filter(it -> !it.isEmpty()).isEmpty()) {
      target = address;
    }
    String data = String.join("&", fields(form, person));
    if (form.attribute("method").orElse("get").equalsIgnoreCase("post")) {
      return WebStep.post(target, data);
    }
    String text = target.toString();
    return WebStep.get(URI.create(text + (text.contains("?") ? "&" : "?") + data));
  }

  private static List<String> fields(HtmlTag form, SetupPerson person) {
    List<String> fields = new ArrayList<>();
    for (HtmlTag input : HtmlTag.empty(form.content(), "input")) {
      String name = input.attribute("name").orElse("");
      boolean button = List.of("submit", "button", "image", "reset").contains(type(input));
      if (!name.isEmpty() && !button) {
        fields.add(pair(name, person.types(name).orElse(value(input))));
      }
    }
    pressed(form, person)
        .filter(tag -> tag.attribute("name").isPresent())
        .ifPresent(
            tag ->
                fields.add(pair(tag.attribute("name").get(), tag.attribute("value").orElse(""))));
    return fields;
  }

  private static String type(HtmlTag input) {
    return input.attribute("type").orElse("text").toLowerCase(java.util.Locale.ROOT);
  }

  private static String value(HtmlTag input) {
    boolean box = List.of("checkbox", "radio").contains(type(input));
    return input.attribute("value").orElse(box ? "on" : "");
  }

  private static Optional<HtmlTag> pressed(HtmlTag form, SetupPerson person) {
    List<HtmlTag> buttons = buttons(form);
    return buttons.stream()
        .filter(tag -> preferred(tag, person))
        .findFirst()
        .or(() -> buttons.stream().findFirst());
  }

  private static List<HtmlTag> buttons(HtmlTag form) {
    return Stream.concat(
            HtmlTag.all(form.content(), "button").stream()
                .filter(tag -> !tag.attribute("type").orElse("submit").equals("button")),
            HtmlTag.empty(form.content(), "input").stream()
                .filter(tag -> type(tag).equals("submit")))
        .toList();
  }

  private static boolean preferred(HtmlTag button, SetupPerson person) {
    return person.prefers(
        button.text()
            + " "
            + button.attribute("value").orElse("")
            + " "
            + button.attribute("name").orElse(""));
  }

  private static String pair(String name, String value) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8)
        + "="
        + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
