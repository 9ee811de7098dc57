import Image
import Lint
import Packer
import Source

/// An instruction of `changes` that docker's builder or importer reads without a fault.
struct ImageChangeOption {
  /// As it is written; what only the run knows stands as `x`.
  let text: String
  let location: Location
  let changes: [ConfigurationChange]

  /// All of a template, in the order of its builds.
  static func all(in template: LintedTemplate) -> [ImageChangeOption] {
    template.evaluation.builds.flatMap(\.components)
      .filter { ["docker", "docker-import"].contains($0.type.value) }
      .flatMap { $0.options.values("changes") }
      .compactMap { value in
        guard let text = value.text.value?.value.filled({ _ in "x" }),
          case .success(let changes) = ConfigurationChange.parse(text)
        else { return nil }
        return ImageChangeOption(text: text, location: value.location, changes: changes)
      }
  }
}
