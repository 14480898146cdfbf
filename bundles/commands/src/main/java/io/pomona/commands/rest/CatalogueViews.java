package io.pomona.commands.rest;

import io.pomona.protocol.command.catalogue.AccessRight;
import io.pomona.protocol.command.catalogue.Availability;
import io.pomona.protocol.command.catalogue.CommandDefinition;
import io.pomona.protocol.command.catalogue.CommandKey;
import io.pomona.protocol.command.catalogue.KeyChoice;
import io.pomona.protocol.command.catalogue.OsVersion;
import java.util.List;
import java.util.Optional;

/** The forms of the catalogue in the admin API: what a console needs for a form. */
public final class CatalogueViews {
  private CatalogueViews() {}

  /** All commands, without their keys. */
  public record CatalogueAnswer(List<SummaryView> commands) {}

  /**
   * Where something may be used.
   *
   * @param since the first macOS; empty where it is as old as what it belongs to
   * @param rightBit in the AccessRights of the enrollment profile
   */
  public record AvailabilityView(
      Optional<String> since,
      Optional<String> deprecated,
      Optional<String> right,
      Optional<Integer> rightBit,
      boolean supervised,
      boolean automatedEnrollment,
      boolean deviceChannel,
      boolean userChannel) {
    static AvailabilityView of(Availability availability) {
      return new AvailabilityView(
          availability.since().map(OsVersion::toString),
          availability.deprecated().map(OsVersion::toString),
          availability.right().map(AccessRight::label),
          availability.right().map(AccessRight::bit),
          availability.supervised(),
          availability.automatedEnrollment(),
          availability.deviceChannel(),
          availability.userChannel());
    }
  }

  /** A command without its keys. */
  public record SummaryView(
      String requestType,
      String family,
      AvailabilityView availability,
      boolean userEnrollment,
      boolean destructive) {
    static SummaryView of(CommandDefinition command) {
      return new SummaryView(
          command.requestType(),
          command.family(),
          AvailabilityView.of(command.availability()),
          command.userEnrollment(),
          command.destructive());
    }
  }

  /** A command with its keys. */
  public record DefinitionView(
      String requestType,
      String family,
      AvailabilityView availability,
      boolean userEnrollment,
      boolean destructive,
      List<KeyView> keys,
      List<List<String>> someOf) {
    static DefinitionView of(CommandDefinition command) {
      return new DefinitionView(
          command.requestType(),
          command.family(),
          AvailabilityView.of(command.availability()),
          command.userEnrollment(),
          command.destructive(),
          KeyView.all(command.body()),
          command.body().someOf());
    }
  }

  /** One of the values that a key may have. */
  public record ChoiceView(String value, AvailabilityView availability) {
    static ChoiceView of(KeyChoice choice) {
      return new ChoiceView(choice.value(), AvailabilityView.of(choice.availability()));
    }
  }

  /**
   * A key.
   *
   * @param choices empty = any value
   * @param keys of a dictionary its keys, of an array what its elements may be like
   * @param open whether a dictionary may have other keys as well
   * @param someOf lists of keys of which at least one must be there
   */
  public record KeyView(
      String name,
      String type,
      boolean required,
      AvailabilityView availability,
      List<ChoiceView> choices,
      Optional<Long> min,
      Optional<Long> max,
      Optional<Integer> length,
      Optional<String> defaultValue,
      List<KeyView> keys,
      boolean open,
      List<List<String>> someOf) {
    static List<KeyView> all(CommandKey owner) {
      return owner.keys().stream().map(KeyView::of).toList();
    }

    private static KeyView of(CommandKey key) {
      return new KeyView(
          key.name(),
          key.type().label(),
          key.required(),
          AvailabilityView.of(key.availability()),
          key.choices().stream().map(ChoiceView::of).toList(),
          key.limits().min(),
          key.limits().max(),
          key.limits().length(),
          key.usual(),
          all(key),
          key.open(),
          key.someOf());
    }
  }
}
