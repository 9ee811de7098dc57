package import Diagnostics
package import Lint
import Packer
import Source

/// Reports files, folders and names that two builds make alike, so that only one of them is left.
package struct CollidingOutput: TemplateRule {
  package static let id: RuleID = "packer/colliding-output"

  /// The options that say where something is written, by component.
  private static let options: [String: [String]] = [
    "docker": ["export_path"], "file": ["target"], "docker-save": ["path"], "compress": ["output"],
    "checksum": ["output"], "vagrant": ["output"], "docker-tag": ["repository", "tag", "tags"],
    "docker-import": ["repository", "tag"],
  ]

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    var first: [Output: (build: String, place: Location)] = [:]
    var known: Set<[String]> = []
    for build in template.evaluation.builds {
      for component in [build.builder] + build.postProcessors.joined() {
        guard let output = Self.output(of: component) else { continue }
        guard let before = first[output.made] else {
          first[output.made] = (build.name, output.place)
          continue
        }
        guard before.build != build.name, known.insert([before.build, output.made.words]).inserted else {
          continue
        }
        findings.add(
          "builds `\(before.build)` and `\(build.name)` both make \(output.made.words)", at: output.place,
          help: "put `{{build_name}}` into it: one takes the place of the other, or fails",
          labels: before.place == output.place ? [] : [Label("the other one stands here", at: before.place)])
      }
    }
  }

  /// What a component makes, as builds are compared by it.
  private struct Output: Hashable {
    let kind: String
    let name: String

    /// It in words.
    var words: String { "\(kind) `\(name)`" }
  }

  private static func output(of component: ConfiguredComponent) -> (made: Output, place: Location)? {
    let type = component.type.value
    let names = options[type] ?? (component.kind == .builder ? ["output_directory"] : [])
    guard component.kind == .builder || type != "docker", let first = names.first,
      let value = component.options[first]
    else { return nil }
    // What lies on a server of its own meets nothing that lies here.
    if component.options["remote_type"] != nil { return nil }
    let parts = names.map { written(component.options[$0]) }
    guard !parts.contains(nil), let name = parts[0], !name.isEmpty else { return nil }
    let isImage = first == "repository"
    let tags = parts.dropFirst().compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ",")
    let kind = isImage ? "image" : first == "output_directory" ? "folder" : "file"
    return (Output(kind: kind, name: tags.isEmpty ? name : "\(name):\(tags)"), value.location)
  }

  /// The text of an option, or the texts of a list; empty where it is not written, nil where builds may differ in it.
  private static func written(_ value: OptionValue?) -> String? {
    guard let value else { return "" }
    switch value.content {
    case .list(let items):
      let texts = items.map { written($0) }
      return texts.contains(nil) ? nil : texts.compactMap { $0 }.joined(separator: ",")
    case .deferred(let text):
      let written = text.text.string
      return written.contains("{{") ? nil : written
    default: return value.string
    }
  }
}
