package io.pomona.organization.apply;

import io.pomona.api.MdmException;
import io.pomona.api.MdmException.Kind;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;

/** Reads the documents of a file: {@code apiVersion}, {@code kind} and {@code spec}. */
final class SpecReader {
  /** The parser takes four times as long for a text that is twice as long. */
  private static final int LONGEST_LINE = 1 << 16;

  private static final Set<String> KEYS = new TreeSet<>(Set.of("apiVersion", "kind", "spec"));

  private final SpecFile file;
  private final SpecBudget budget;

  SpecReader(SpecFile file, SpecBudget budget) {
    this.file = file;
    this.budget = budget;
  }

  /**
   * @throws MdmException malformed, with file and line
   */
  List<SpecDocument> documents() {
    requireReadable();
    List<SpecDocument> documents = new ArrayList<>();
    try {
      for (Node node : yaml().composeAll(new StringReader(file.content()))) {
        if (isNothing(node)) {
          continue;
        }
        if (!budget.document()) {
          throw new YamlFailure(node, "apply up to 1,000 documents at a time");
        }
        documents.add(document(node));
      }
    } catch (YamlFailure e) {
      throw malformed(e.line(), e.getMessage()).causedBy(e);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw malformed(line, "this is no YAML: " + e.getProblem()).causedBy(e);
    } catch (YAMLException | StackOverflowError e) {
      throw malformed(1, "this is no YAML, or nested too deeply").causedBy(e);
    }
    return documents;
  }

  private void requireReadable() {
    if (file.content().lines().anyMatch(line -> line.length() > LONGEST_LINE)) {
      throw malformed(1, "a line has up to 65,536 characters");
    }
  }

  /** What is between two lines of dashes, and at the end. */
  private static boolean isNothing(Node node) {
    return node.getTag().equals(Tag.NULL);
  }

  private Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(file.content().length() + 1);
    options.setNestingDepthLimit(50);
    options.setMaxAliasesForCollections(50);
    return new Yaml(
        new SafeConstructor(options),
        new Representer(new DumperOptions()),
        new DumperOptions(),
        options);
  }

  private SpecDocument document(Node node) {
    YamlTree yaml = new YamlTree(budget);
    Map<String, Object> root = yaml.root(node);
    for (String key : root.keySet()) {
      if (!KEYS.contains(key)) {
        throw malformed(
            yaml.lines().get(List.of(key)),
            key + ": unknown key; valid here are " + String.join(", ", KEYS));
      }
    }
    SpecSource whole =
        new SpecSource(
            file.name(), YamlTree.line(node), yaml.lines(), Optional.of(file.attachments()));
    if (!(root.get("kind") instanceof String kind)) {
      throw malformed(whole.line(), "the document says no kind");
    }
    return new SpecDocument(whole.below("spec"), kind, spec(root, yaml, whole));
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> spec(Map<String, Object> root, YamlTree yaml, SpecSource whole) {
    if (root.get("spec") instanceof Map<?, ?> spec) {
      return (Map<String, Object>) spec;
    }
    throw malformed(
        yaml.lines().getOrDefault(List.of("spec"), whole.line()),
        "spec must be an object with keys");
  }

  private MdmException malformed(int line, String reason) {
    SpecProblem problem =
        new SpecProblem(Kind.MALFORMED, file.name() + ", line " + line, List.of(), reason);
    return problem.refusal();
  }
}
