package import Diagnostics
import Image
package import Lint
import Packer
import Source

/// Reports names and tags of images that docker refuses, once everything else is done.
package struct InvalidImageName: TemplateRule {
  package static let id: RuleID = "packer/invalid-image-name"

  package init() {}

  package func check(_ template: LintedTemplate, _ findings: inout Findings) {
    var known: Set<Location> = []
    for component in template.evaluation.builds.flatMap({ $0.postProcessors.joined() })
    where ["docker-tag", "docker-import"].contains(component.type.value) {
      for repository in component.options.texts("repository") {
        guard let name = repository.value.typical, !name.isEmpty,
          !readsNothing(repository.location, in: template),
          known.insert(repository.location).inserted
        else {
          continue
        }
        if case .failure(let fault) = ImageReference.parse(name) {
          findings.add(
            "docker refuses the name `\(repository.value.shown)`: \(fault.message)", at: repository.location,
            help: "write lower case letters, digits, `.`, `_` and `-`, parted by `/`")
        }
      }
      for tag in component.options.texts("tag") + component.options.texts("tags") {
        guard let text = tag.value.typical, !readsNothing(tag.location, in: template),
          known.insert(tag.location).inserted
        else { continue }
        for part in text.split(separator: ",") where !Self.isTag(part.utf8) {
          findings.add(
            "docker refuses the tag `\(tag.value.shown)`", at: tag.location,
            help: tag.value.holes.isEmpty
              ? "write up to 128 letters, digits, `.`, `_` and `-`, the first no `.` or `-`"
              : "what a clock writes holds other signs: give it a layout such as {{isotime `20060102-150405`}}"
          )
        }
      }
    }
  }

  /// Whether a variable without a value has a part in a text: what it is to be is given where it is built.
  private func readsNothing(_ place: Location, in template: LintedTemplate) -> Bool {
    template.evaluation.variableUses.contains { use in
      guard use.location.file == place.file, place.range.contains(use.location.range) else { return false }
      return template.evaluation.variables[use.value]?.value?.complete?.isEmpty != false
    }
  }

  /// Whether a text is a tag; blanks around one of a list count as nothing.
  private static func isTag(_ text: Substring.UTF8View) -> Bool {
    let blanks = text.drop { $0 == 0x20 }
    let word = blanks.prefix { $0 != 0x20 }
    guard let first = word.first, blanks.dropFirst(word.count).allSatisfy({ $0 == 0x20 }), word.count <= 128,
      first != UInt8(ascii: "."), first != UInt8(ascii: "-")
    else { return false }
    return word.allSatisfy { byte in
      0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte || "._-".utf8.contains(byte)
    }
  }
}
